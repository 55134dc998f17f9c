"""A library with one dossier of which a PDF was made, and what others did with that PDF."""

import io
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, append_signature_field
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.stamp import TextStampStyle

from desktop.signing.sign import Pkcs12, Signed, sign_pdf
from desktop.verify.lookup import LibraryLookUp
from desktop.verify.revisions import sha256_of
from models.storage.library import Library
from models.storage.records import Adoption, ExportRecord, Revision, Signature, SignatureAct
from tests.desktop.signing.samples import PASSPHRASE, certificate_file, mark, report_pdf
from tests.models.storage.helpers import ADVICE, KNOWLEDGE, hash_of, make_dossier, on_day

MOMENT = datetime(2026, 3, 5, 13, 32, tzinfo=UTC)


@dataclass(frozen=True)
class Scene:
    """``made``: the PDF as this library made it, of version 1, adopted on 2 April 2026."""

    library: Library
    revision: Revision
    made: bytes
    folder: Path

    @property
    def look_up(self) -> LibraryLookUp:
        return LibraryLookUp(self.library, hash_of)

    def note(self, data: bytes, kind: str = "advies", key: str = "") -> None:
        """Keep the hash of a file that was made."""
        digest = sha256_of(data)
        self.library.add_export(
            "aa",
            ExportRecord(
                id=key or digest[:20], kind=kind, sha256=digest, content_hash=self.revision.content_hash, created=MOMENT
            ),
        )

    def note_signature(self, data: bytes, name: str) -> None:
        """Keep that somebody signed in a file."""
        self.library.add_signature(
            "aa",
            Signature(
                id=sha256_of(name.encode())[:20], content_hash=self.revision.content_hash, revision=self.revision.id,
                act=SignatureAct.COLLEGE, name=name, role="burgemeester", signed_on=on_day("2026-04-03"),
                file_sha256=sha256_of(data),
            ),
        )  # fmt: skip

    def signed(self, data: bytes, field: str, name: str) -> Signed:
        """Let somebody sign."""
        return sign_pdf(data, field, Pkcs12(certificate_file(self.folder, name), PASSPHRASE))


def make_scene(library: Library, folder: Path, **options: bool) -> Scene:
    dossier = make_dossier()
    library.save(dossier)
    revision = library.freeze("aa", "Naar de raad", hash_of(dossier), KNOWLEDGE, ADVICE)
    library.add_adoption(
        "aa",
        Adoption(
            id="ad1", content_hash=revision.content_hash, revision=revision.id, body="raad van Linde",
            adopted_on=on_day("2026-04-02"), number="2026/17",
        ),
    )  # fmt: skip
    made = report_pdf(mark(dossier="aa", version="1", content_hash=revision.content_hash), **options)
    scene = Scene(library, revision, made, folder)
    scene.note(made)
    return scene


def with_page(data: bytes) -> bytes:
    """Written anew with a page more."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.add_blank_page()
        pdf.save(out)
    return out.getvalue()


def with_revision(data: bytes) -> bytes:
    """With a change behind it: another language."""
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    writer.root[generic.pdf_name("/Lang")] = generic.pdf_string("en-GB")
    writer.update_root()
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def with_content(data: bytes) -> bytes:
    """With something drawn over the first page, behind the file."""
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    drawn = generic.StreamObject(stream_data=b"0 0 100 100 re f")
    writer.add_stream_to_page(0, writer.add_object(drawn))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def with_other_stream(data: bytes) -> bytes:
    """With another content of the same length in one of its streams, behind the file."""
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    profile = writer.root["/OutputIntents"][0].raw_get("/DestOutputProfile")
    stream = profile.get_object()
    content = bytearray(stream.encoded_data)
    content[-1] ^= 1
    values = {key: stream.raw_get(key) for key in stream}
    writer.objects[(profile.generation, profile.idnum)] = generic.StreamObject(values, encoded_data=bytes(content))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def with_false_stamp(data: bytes) -> bytes:
    """With a look in an empty field as if somebody signed there, behind the file."""
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    for place in writer.root["/AcroForm"]["/Fields"]:
        field = place.get_object()
        if "/V" not in field:
            box = generic.ArrayObject([generic.NumberObject(edge) for edge in (0, 0, 200, 50)])
            values = {generic.pdf_name("/Subtype"): generic.pdf_name("/Form"), generic.pdf_name("/BBox"): box}
            shape = writer.add_object(generic.StreamObject(values, stream_data=b"0 0 200 50 re f"))
            field[generic.pdf_name("/AP")] = generic.DictionaryObject({generic.pdf_name("/N"): shape})
            writer.update_container(field)
            break
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def with_other_title(data: bytes) -> bytes:
    """With another title in its properties, behind the file: that is no part of its pages."""
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    writer.set_info(generic.DictionaryObject({generic.pdf_name("/Title"): generic.pdf_string("Anders")}))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def with_other_mark(data: bytes) -> bytes:
    """With another mark in its properties, behind the file: of another version."""
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    entry = generic.pdf_string(json.dumps(mark(dossier="aa", version="9"), sort_keys=True))
    writer.set_info(generic.DictionaryObject({generic.pdf_name("/Vormwijzer"): entry}))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def without_signatures(data: bytes) -> bytes:
    """Written anew with its fields emptied."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for field in pdf.Root.AcroForm.Fields:
            if "/V" in field:
                del field["/V"]
        pdf.save(out)
    return out.getvalue()


def signed_elsewhere(scene: Scene, data: bytes, box: tuple[int, int, int, int] | None = None) -> bytes:
    """As the service of a municipality signs: in a field of its own, with the date of change in the properties.

    ``box``: where on the first page the signature is seen; None for nowhere.
    """
    signer = SimpleSigner.load_pkcs12_data(
        certificate_file(scene.folder, "Dienst").read_bytes(), other_certs=(), passphrase=PASSPHRASE.encode()
    )
    out = io.BytesIO()
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    if box is not None:
        append_signature_field(writer, SigFieldSpec("Dienst", on_page=0, box=box))
    style = TextStampStyle(stamp_text="De bijdrage is nihil")
    PdfSigner(PdfSignatureMetadata(field_name="Dienst"), signer, stamp_style=style).sign_pdf(writer, output=out)
    return out.getvalue()


def encrypted(data: bytes, user: str = "") -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="eigenaar", user=user))
    return out.getvalue()
