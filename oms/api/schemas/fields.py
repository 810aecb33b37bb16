"""How parameters in an address are read."""

from typing import Annotated

from pydantic import AwareDatetime, BeforeValidator, Field

# Several values with commas between them: any of these.
Among = BeforeValidator(lambda given: given.split(",") if isinstance(given, str) else given)

# In an address, the + of an offset has become a space.
Moment = Annotated[
    AwareDatetime | None,
    BeforeValidator(lambda given: given.replace(" ", "+") if isinstance(given, str) else given),
    Field(examples=["2026-11-01T00:00:00Z"]),
]

OrderId = Annotated[str, Field(pattern=r"^ord_[0-9a-f]{32}$", examples=["ord_019aa1b2c3d47e5f8a9b0c1d2e3f4a5b"])]
HoldId = Annotated[str, Field(pattern=r"^hold_[0-9a-f]{32}$", examples=["hold_019aa1b2c3d47e5f8a9b0c1d2e3f4a5b"])]

Version = Annotated[
    int | None,
    Field(ge=1, le=2**31 - 1, description="The version that you saw. If it has changed since, nothing happens: OM409."),
]
