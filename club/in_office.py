"""Whom something is told as the holder of an office."""


class InOffice(int):
    """The number of a person, read out of an office that she holds or acted in.

    It equals her number, and says besides that what is told to it is of the office: it goes only to
    accounts on which her offices count. What concerns her as a member is told to her plain number
    (Club rules, F.1).
    """
