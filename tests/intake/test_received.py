"""What a file says of its article."""

from datetime import date

from onrecord.intake.received import Metadata


def test_only_what_is_known_is_named():
    assert Metadata().known() == {}
    about = Metadata(outlet="Coast News", published=date(2019, 7, 16), published_basis="stated")
    assert about.known() == {"outlet": "Coast News", "published": date(2019, 7, 16), "published_basis": "stated"}
