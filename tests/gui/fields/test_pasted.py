"""What is pasted from other programs becomes words, emphasis, lists and links, and nothing else."""

from app.gui.fields.markdown_lines import write_markdown
from app.gui.fields.pasted import from_html, from_plain

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {font-size:11pt} --></style></head><body>
<!--StartFragment-->
<p class=MsoNormal><b style='mso-bidi-font-weight:normal'><span style='font-size:14.0pt;color:red'>Vi föreslår<o:p></o:p></span></b></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'>
<![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·
<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>en
gemensam plattform</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level2 lfo1'>
<![if !supportLists]><span>o<span>&nbsp; </span></span><![endif]>med <i>ett</i> avtal</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'>
<!--[if !supportLists]--><span>2.<span>&nbsp; </span></span><!--[endif]-->därefter <a
href="https://www.almesjo.se/">resten</a></p>
<!--EndFragment--></body></html>"""


def test_words_from_word_keep_their_lists_and_emphasis() -> None:
    assert write_markdown(from_html(WORD)) == (
        "**Vi föreslår**\n\n- en gemensam plattform\n  - med *ett* avtal\n\n2. därefter [resten](https://www.almesjo.se/)"
    )


def test_the_web_leaves_scripts_pictures_and_colours_behind() -> None:
    page = (
        "<style>p{color:red}</style><script>alert(1)</script><h2>Rubrik</h2><div>Ett<br>två <img src='http://spy/x.png'>"
        "<a href='javascript:alert(1)'>tre</a></div><ol start=3><li>tredje<ul><li>under</li></ul></li><li>fjärde</li></ol>"
        "<table><tr><td>a</td><td>b</td></tr></table><p style='display:none'>dolt</p>"
    )
    assert write_markdown(from_html(page)) == (
        "**Rubrik**\n\nEtt\\\ntvå tre\n\n3. tredje\n   - under\n4. fjärde\n\na b"
    )


def test_a_document_that_wraps_all_in_plain_bold_is_not_bold() -> None:
    page = "<b style='font-weight:normal'><p>Ja <span style='font-weight:700'>nu</span></p></b>"
    assert write_markdown(from_html(page)) == "Ja **nu**"


def test_plain_text_with_bullets_is_a_list() -> None:
    assert write_markdown(from_plain("Så här:\r\n• ett\r\n• två")) == "Så här:\n\n- ett\n- två"


def test_plain_text_is_otherwise_taken_word_for_word() -> None:
    assert write_markdown(from_plain("- 5 *grader*")) == r"\- 5 \*grader\*"
