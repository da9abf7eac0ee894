"""Word's documents, OpenDocument texts, EPUB, RTF and letters; archives and bombs are one sentence."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage

import pytest

from clusterdoc.errors import SourceError
from clusterdoc.source.content import Content, read_content

W = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>'
CORE = '<c xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>A bridge</dc:title></c>'
RUN = "<w:r><w:t>{}</w:t></w:r>"
ODT = '<o xmlns:x="t"><x:h>A bridge</x:h><x:p>Ms Ott said<x:s/>so<x:tab/>now.</x:p></o>'
PACKAGE = (
    "<package><metadata><title>A bridge</title></metadata><manifest>"
    '<item id="a" href="t/1.xhtml" media-type="application/xhtml+xml"/></manifest>'
    '<spine><itemref idref="a"/></spine></package>'
)
CONTAINER = '<container><rootfiles><rootfile full-path="o/p.opf"/></rootfiles></container>'
CHAPTER = (
    "<!DOCTYPE html><html><head><title>x</title></head><body><h1>A bridge</h1><p>Ms <b>Ott</b> said so.</p></body>"
)
CHAPTER += "</html>"


def packed(**members: str) -> bytes:
    """Return a ZIP archive; "__" in a name is "/", "_" a dot."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), text)
    return data.getvalue()


def docx(body: str) -> bytes:
    return packed(word__document_xml=W.format(body), docProps__core_xml=CORE)


def text(data: bytes) -> str:
    return read_content(Content(data, "a")).text


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (f"<w:p>{RUN.format('Ms Ott ')}{RUN.format('said so.')}</w:p><w:p/><w:p>{RUN.format('Then.')}</w:p>",
         ["Ms Ott said so.", "Then."]),
        (f"<w:p><w:ins>{RUN.format('new')}</w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del></w:p>", ["new"]),
        (f"<w:p><w:hyperlink>{RUN.format('link')}</w:hyperlink><w:r><w:br/></w:r>{RUN.format('next')}</w:p>",
         ["link", "next"]),
        ("<w:tbl><w:tr>" + "".join(f"<w:tc><w:p>{RUN.format(cell)}</w:p></w:tc>" for cell in ("Sales", "$71m"))
         + f"</w:tr></w:tbl><w:p>{RUN.format('End.')}</w:p>", ["Sales\t$71m", "End."]),
        (f"<w:p><w:r><w:instrText>PAGE</w:instrText></w:r>{RUN.format('seen')}</w:p>", ["seen"]),
    ],
)  # fmt: skip
def test_a_word_document_is_its_paragraphs_with_all_changes_accepted(body: str, lines: list[str]) -> None:
    source = read_content(Content(docx(body), "a"))
    assert (source.text.split("\n"), source.title, source.format) == (lines, "A bridge", "docx")


def test_an_opendocument_text_and_an_epub_are_read_too() -> None:
    odt = packed(mimetype="application/vnd.oasis.opendocument.text", content_xml=ODT)
    assert text(odt) == "A bridge\nMs Ott said so\tnow."
    epub = packed(**{"META-INF__container_xml": CONTAINER, "o__p_opf": PACKAGE, "o__t__1_xhtml": CHAPTER})
    assert (text(epub), read_content(Content(epub, "a")).title) == ("A bridge\nMs Ott said so.", "A bridge")


def test_rtf_is_read() -> None:
    data = rb"{\rtf1\ansi\ansicpg1252 {\fonttbl{\f0 Times;}}Ms Ott said \'93it is so\'94.\par Then.}"
    assert text(data).split("\n") == ["Ms Ott said “it is so”.", "Then."]


def letter(body: str, kind: str = "plain", encoding: str = "quoted-printable") -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = (
        "Desk <desk@example.org>",
        "list@example.org",
        "A bridge – closed",
    )
    message["Date"] = "Fri, 07 Jul 2023 23:30:00 -0500"
    message.set_content(body, subtype=kind, cte=encoding)
    return message


BODY = "Ms Ott said “it’s closed” on Monday, and that the town had set aside €5 million for a new one.\n"
PAGE = f"<html><body><p>{BODY}</p></body></html>"


def test_a_letter_is_its_words_with_subject_and_day() -> None:
    source = read_content(Content(letter(BODY).as_bytes(), "a"))
    assert (source.text, source.title, source.published, source.format) == (
        BODY,
        "A bridge – closed",
        "2023-07-07",
        "mail",
    )


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64"])
def test_a_letter_of_html_or_of_both_is_read(encoding: str) -> None:
    both = letter(BODY, encoding=encoding)
    both.add_alternative(PAGE.replace("Ott", "Other"), subtype="html")
    both.add_attachment(b"PK", maintype="application", subtype="zip", filename="a.zip")
    assert text(both.as_bytes()) == BODY
    assert text(letter(PAGE, "html", encoding).as_bytes()) == BODY.strip()


HEAD = "From: a@b.example\nTo: c@d.example\nDate: Fri, 7 Jul 2023 09:00:00 +0000\n"


@pytest.mark.parametrize(
    ("header", "encoding", "asked"),
    [
        ("", "utf-8", None),  # eight bits without a word of it, as many programs send it
        ("Content-Type: text/plain", "utf-8", None),
        ("Content-Type: text/plain; charset=no-such", "utf-8", None),
        ("Content-Type: text/plain; charset=zlib_codec", "utf-8", None),
        ("Content-Type: text/plain; charset=idna", "utf-8", None),
        ("Content-Type: text/plain; charset=iso-8859-1", "cp1252", None),
        ("Content-Type: text/plain; charset=us-ascii", "cp1252", None),
        ("Content-Type: text/plain; charset=windows-1252", "cp1252", None),
        ("Content-Type: text/plain; charset=utf-8", "cp1252", "cp1252"),
        ("", "cp1252", "cp1252"),
    ],
)
def test_the_charset_of_a_letter_is_obeyed_as_on_the_web(header: str, encoding: str, asked: str | None) -> None:
    data = (HEAD + header + "\n" * (header != "") + "\n").encode() + BODY.encode(encoding)
    assert read_content(Content(data, "a", asked)).text == BODY


def test_a_letter_in_no_charset_that_it_says_is_one_sentence() -> None:
    with pytest.raises(SourceError, match=r"a is not UTF-8 .*: --encoding cp1252"):
        text(HEAD.encode() + b"\n" + BODY.encode("cp1252"))


def test_flowed_text_has_a_paragraph_a_line() -> None:
    message = letter("It is \nso.\n\nThen.\n")
    message.set_param("format", "flowed")
    assert text(message.as_bytes()) == "It is so.\n\nThen.\n"


def test_an_article_that_has_colons_is_no_letter() -> None:
    for words in ("Note: this is old.\nFrom: us\n\nMs Ott said so.", "To: all\nDate: now\n\nText", "From: A\n\nText"):
        assert text(words.encode()) == words


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (packed(a_txt="words"), "a is a ZIP archive, not an article: unpack it first, with unzip."),
        (packed(xl__workbook_xml="x"), "a is a spreadsheet, not an article: export it as CSV for clusterdoc run"),
        (docx("")[:200], "a is a ZIP or office file that is damaged or locked."),
        (docx(""), "a is an office document that holds no words."),
        (docx("<w:p>"), "a is an office document that is damaged: its XML cannot be read."),
        (packed(word__document_xml='<!DOCTYPE d [<!ENTITY e "x">]><d/>'), "a is an office document that declares"),
        (docx(f"<w:p>{RUN.format('a' * 60_000_000)}</w:p>"), "a is an office document that unpacks to more"),
        (b"From: a@b\nSubject: x\nDate: now\n\n", "a is a letter without words."),
        (b"{\\rtf1 \\u" + b"9" * 99_999 + b" It cost $5.}", "a is an RTF file that cannot be read."),
        (b"From: a@b\nSubject: x\nTo: c\n" + b"X-A: x\n" * 99_999 + b"\nIt cost $5.", "a is a letter larger than any"),
        (b"From: a@b\nSubject: x\nTo: c\n" + b"X-A: multipart/a; boundary=x\n" * 1_001, "a is a letter larger"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_one_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(SourceError) as caught:
        text(data)
    assert str(caught.value).startswith(sentence)
    assert "\n" not in str(caught.value)


def test_a_chapter_that_a_book_names_again_and_again_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    again = PACKAGE.replace('<itemref idref="a"/>', '<itemref idref="a"/>' * 999)
    book = packed(**{"META-INF__container_xml": CONTAINER, "o__p_opf": again, "o__t__1_xhtml": CHAPTER})
    assert text(book) == "A bridge\nMs Ott said so."
    monkeypatch.setattr("clusterdoc.source.word.MAX_CHARACTERS", 9)
    with pytest.raises(SourceError, match="is longer than any article"):
        text(book)


def test_a_title_without_end_is_cut_off() -> None:
    data = packed(
        word__document_xml=W.format(f"<w:p>{RUN.format('x')}</w:p>"),
        docProps__core_xml=f"<c><title>{'x' * 9_999}</title></c>",
    )
    assert len(read_content(Content(data, "a")).title or "") == 1_000


def test_elements_that_stand_in_each_other_a_million_times_are_no_trouble() -> None:
    assert text(docx("<w:x>" * 500_000 + f"<w:p>{RUN.format('deep')}</w:p>" + "</w:x>" * 500_000)) == "deep"


def test_a_letter_in_letters_in_letters_is_read_or_refused_in_bounded_time() -> None:
    inner = b"Content-Type: text/plain\n\nwords\n"
    for level in range(900):
        inner = (
            b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (level, level) + inner + b"--b%d--\n" % level
        )
    try:
        read = text(b"From: a@b\nSubject: x\nTo: c\n" + inner)
    except SourceError as error:
        read = str(error)
    assert "\n" not in read.strip()
