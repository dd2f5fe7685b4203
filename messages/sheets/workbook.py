"""Our own reader of .xlsx: only what a list needs, and nothing that could do harm.

A workbook is a zip of XML files. No document type, so no entities; no macros; no links to other
files; the unpacked bytes are counted while they come, whatever the archive says of itself.
"""

import io
import posixpath
import struct
import zipfile
import zlib
from xml.parsers.expat import ExpatError

from messages.sheets.sheet import MOST_UNPACKED_BYTES, Sheet, Unreadable, Why
from messages.sheets.sheet_xml import SheetXml
from messages.sheets.workbook_xml import (
    Relations,
    SharedWords,
    Styles,
    WorkbookXml,
    XmlRefused,
    parsed,
)

_MOST_FILES = 2_000
_MOST_SHEETS = 50
_CHUNK_BYTES = 1 << 16
# What the parts of a damaged archive make Python's own modules raise.
_DAMAGES = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    ExpatError,
    EOFError,
    LookupError,
    ValueError,
    ArithmeticError,
    OSError,
    RuntimeError,
)


def read_workbook(data: bytes) -> tuple[Sheet, ...]:
    """The visible sheets in their order. Raises Unreadable."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _Workbook(archive).sheets()
    except XmlRefused:
        raise Unreadable(Why.ENTITIES) from None
    except _DAMAGES:
        raise Unreadable(Why.DAMAGED) from None


class _Workbook:
    """An archive of which so many bytes may still be unpacked."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._names = {each.filename: each for each in archive.infolist()}
        self._left = MOST_UNPACKED_BYTES
        self._check()

    def sheets(self) -> tuple[Sheet, ...]:
        home = self._home()
        book = parsed(WorkbookXml(), self._unpacked(home))
        targets = self._targets(home)
        words = self._words_of(posixpath.dirname(home))
        styles = self._styles_of(posixpath.dirname(home))
        found = []
        for name, relation in book.sheets[:_MOST_SHEETS]:
            if relation not in targets:
                continue
            reader = SheetXml(words, styles, since_1904=book.since_1904)
            found.append(parsed(reader, self._unpacked(targets[relation])).sheet(name))
        return tuple(found)

    def _check(self) -> None:
        """What must not be there is refused before anything is unpacked."""
        names = [name.lower() for name in self._names]
        if any(each.flag_bits & 1 for each in self._names.values()):
            raise Unreadable(Why.PASSWORD)
        if any(name.endswith("vbaproject.bin") for name in names):
            raise Unreadable(Why.MACROS)
        if any("/externallinks/" in name for name in names):
            raise Unreadable(Why.LINKS)
        if sum(each.file_size for each in self._names.values()) > MOST_UNPACKED_BYTES:
            raise Unreadable(Why.TOO_LARGE_UNPACKED)
        if "mimetype" in names and "content.xml" in names:
            raise Unreadable(Why.OPEN_DOCUMENT)
        if len(names) > _MOST_FILES or "[content_types].xml" not in names:
            raise Unreadable(Why.OTHER_FILE)

    def _home(self) -> str:
        """The workbook itself; a document or a picture show has none."""
        kinds = self._unpacked("[Content_Types].xml").lower()
        if b"macroenabled" in kinds:
            raise Unreadable(Why.MACROS)
        for name in self._names:
            if posixpath.basename(name).lower() == "workbook.xml":
                return name
        raise Unreadable(Why.OTHER_FILE)

    def _targets(self, home: str) -> dict[str, str]:
        """Where each sheet lies, by the name of its relation."""
        folder, file = posixpath.split(home)
        relations = parsed(Relations(), self._unpacked(f"{folder}/_rels/{file}.rels"))
        placed = {
            key: posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            for key, target in relations.targets.items()
        }
        return {key: name for key, name in placed.items() if name in self._names}

    def _words_of(self, folder: str) -> list[str]:
        name = f"{folder}/sharedStrings.xml"
        if name not in self._names:
            return []
        return parsed(SharedWords(), self._unpacked(name)).words

    def _styles_of(self, folder: str) -> Styles:
        name = f"{folder}/styles.xml"
        return parsed(Styles(), self._unpacked(name)) if name in self._names else Styles()

    def _unpacked(self, name: str) -> bytes:
        """One file of the archive. Raises Unreadable once too much has come out."""
        came = bytearray()
        with self._archive.open(self._names[name]) as file:
            while chunk := file.read(_CHUNK_BYTES):
                self._left -= len(chunk)
                if self._left < 0:
                    raise Unreadable(Why.TOO_LARGE_UNPACKED)
                came += chunk
        return bytes(came)
