"""A message as it is read: where its lines end does not matter to what it says."""


class ReadText(str):
    """`part in text` holds wherever the lines of either are broken; all else is exact."""

    __slots__ = ()

    def __contains__(self, part: object) -> bool:
        return isinstance(part, str) and (
            super().__contains__(part) or " ".join(part.split()) in " ".join(self.split())
        )
