"""What people do in several journeys, each as a row of taps."""

from tests.support.visitor import Visitor


def pick(person: Visitor, number: str) -> Visitor:
    """Take on a fulfillment order, if that is still to be done, and tap everything on its list."""
    person.open(f"/fulfillment/{number}")
    if person.has("Accept"):
        person.press("Accept")
    while wanted := [name for name in person.buttons if name.startswith("Pick one ")]:
        person.press(wanted[0])
    return person


def ship(person: Visitor, number: str) -> Visitor:
    """Pick, pack, buy a label, and hand it to the carrier."""
    pick(person, number)
    person.press("Packed").press("Buy label").press("Handed to the carrier")
    assert person.sees("On its way")
    return person
