"""Handing a mail to a mail server, which here is a few lines of its own."""

import smtplib
import socketserver
import threading
from collections.abc import Iterator
from email.message import EmailMessage

import pytest

from oms.notifications import post


class MailServer(socketserver.ThreadingTCPServer):
    """Speaks as much SMTP as a mail needs; `answers` says otherwise for a command."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Conversation)
        self.answers: dict[str, str] = {}
        self.taken: list[str] = []

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.server_address[1]}"


class _Conversation(socketserver.StreamRequestHandler):
    server: MailServer

    def handle(self) -> None:
        self._say("220 here")
        while line := self.rfile.readline().decode():
            command = line[:4].strip().upper()
            usual = {"DATA": "354 go on", "QUIT": "221 bye"}.get(command, "250 fine")
            self._say(self.server.answers.get(command, usual))
            if command == "DATA" and command not in self.server.answers:
                self.server.taken.append("".join(iter(self._read, ".\r\n")))
                self._say(self.server.answers.get(".", "250 taken"))
            if command == "QUIT":
                return

    def _read(self) -> str:
        return self.rfile.readline().decode()

    def _say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())


@pytest.fixture
def mail_server() -> Iterator[MailServer]:
    with MailServer() as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def mail() -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "shop@example.com", "dora@example.com", "Żółć"
    made.set_content("Hello")
    return made


def test_the_server_takes_it(mail_server, mail):
    post.deliver(mail, mail_server.url)
    assert "Hello" in mail_server.taken[0]


@pytest.mark.parametrize("command", ["RCPT", "."])
def test_what_the_server_will_never_take_is_refused(mail_server, mail, command):
    mail_server.answers[command] = "550 no"
    with pytest.raises(post.RefusedError):
        post.deliver(mail, mail_server.url)


@pytest.mark.parametrize("command", ["RCPT", "."])
def test_what_the_server_does_not_take_now_may_be_tried_again(mail_server, mail, command):
    mail_server.answers[command] = "451 later"
    with pytest.raises(smtplib.SMTPException):
        post.deliver(mail, mail_server.url)


def test_a_server_that_is_not_there_may_be_tried_again(mail):
    with pytest.raises(ConnectionRefusedError):
        post.deliver(mail, "smtp://127.0.0.1:1")
