"""What customers are told: one mail for each event that matters to them, written in the transaction of that event.

Owns `notifications.messages`. Listens to the event log; a task renders each message in its reader's language
(letters.py, templates/emails) and sends it (post.py), once. Where no mail server is set, it stays in the mailbox page.
Automations tell the team the same way (`notifications.tell`).
"""
