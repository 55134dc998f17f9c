"""Structure and properties: what makes the form readable for who cannot see it (PDF/UA-1)."""

from collections.abc import Sequence

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from desktop.questionnaire.sheet import Content, Element

__all__ = ["add_properties", "add_structure"]

_LANGUAGE = "nl-NL"


def add_structure(pdf: Pdf, root: Element, widgets: Sequence[Object]) -> None:
    """Hang the elements into the file, and let pages and widgets know to which one they belong."""
    maker = _Maker(pdf, widgets)
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    tree.K = Array([maker.element(root, tree)])
    numbers: list[int | Object] = []
    for number, page in enumerate(pdf.pages):
        page.obj.StructParents = number
        page.obj.Tabs = Name.S
        owners = maker.pages.get(number, {})
        numbers.extend([number, pdf.make_indirect(Array([owners[mcid] for mcid in sorted(owners)]))])
    for offset, owner in enumerate(maker.owners):
        widgets[offset].StructParent = len(pdf.pages) + offset
        numbers.extend([len(pdf.pages) + offset, owner])
    tree.ParentTree = pdf.make_indirect(Dictionary(Nums=Array(numbers)))
    tree.ParentTreeNextKey = len(pdf.pages) + len(widgets)
    pdf.Root.StructTreeRoot = tree
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    pdf.Root.Lang = String(_LANGUAGE)


class _Maker:
    def __init__(self, pdf: Pdf, widgets: Sequence[Object]) -> None:
        self._pdf, self._widgets = pdf, widgets
        self.pages: dict[int, dict[int, Object]] = {}
        self.owners: list[Object] = [pdf.Root] * len(widgets)

    def element(self, given: Element, parent: Object) -> Object:
        """One element with all that is in it."""
        made = self._pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{given.kind}"), P=parent))
        parts = Array()
        for part in given.parts:
            if isinstance(part, Element):
                parts.append(self.element(part, made))
            elif isinstance(part, Content):
                self.pages.setdefault(part.page, {})[part.mcid] = made
                page = self._pdf.pages[part.page].obj
                parts.append(Dictionary(Type=Name.MCR, Pg=page, MCID=part.mcid))
            else:
                self.owners[part] = made
                parts.append(Dictionary(Type=Name.OBJR, Obj=self._widgets[part], Pg=self._widgets[part].P))
        if given.kind == "L":
            made.A = Dictionary(O=Name.List, ListNumbering=Name("/None"))
        if given.kind == "Form":
            made.A = Dictionary(O=Name.PrintField)
        made.K = parts
        return made


def add_properties(pdf: Pdf, title: str, info: dict[str, str]) -> None:
    """Title, language, and that it keeps to PDF/UA-1; ``info``: more entries of Info."""
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as meta:
        meta["dc:title"] = title
        meta["dc:language"] = {_LANGUAGE}
        meta["dc:format"] = "application/pdf"
        meta["pdfuaid:part"] = "1"
        meta["xmp:CreatorTool"] = "Vormwijzer"
    for name in ("/CreationDate", "/ModDate", "/Author", "/Subject", "/Keywords", "/Trapped"):
        if name in pdf.docinfo:  # what reportlab puts there says nothing
            del pdf.docinfo[name]
    pdf.docinfo["/Title"], pdf.docinfo["/Creator"] = String(title), String("Vormwijzer")
    for name, value in info.items():
        pdf.docinfo[name] = String(value)
