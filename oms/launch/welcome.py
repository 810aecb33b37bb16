"""The last thing the console says on a start: where the door is and who may enter."""

from typing import Any

from oms.settings import Settings


def welcome(settings: Settings, outcome: dict[str, Any], seconds: float) -> str:
    """Address, demo logins or the link for the owner, and how to stop."""
    lines = ["", f"  OMS is ready at {settings.base_url}  (after {seconds:.1f} s)", ""]
    if outcome["setup_link"]:
        lines += [
            "  Create the owner's account here; the link works once, for a day:",
            f"  {outcome['setup_link']}",
            "",
        ]
    logins = outcome["logins"]
    if logins:
        role_width, email_width = max(map(len, logins)), max(len(login["email"]) for login in logins.values())
        for role, login in logins.items():
            lines.append(f"  {role:{role_width}}  {login['email']:{email_width}}  {login['password']}")
        lines += ["", f"  The same for scripts, with API token and webhook secrets: {settings.data_dir / 'demo.json'}"]
    lines += [f"  Ctrl-C stops it; the data stays in {settings.data_dir}", ""]
    return "\n".join(lines)
