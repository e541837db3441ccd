"""一个标准编号对应两个名称。

依据 文件内部矛盾：一个标准编号只属于一个标准，编号与名称应当一致（GB/T 1.1-2020）。
说明 同一编号在两处对应不同的名称，至少有一处编号或者名称写错。编号的空格、连接号、斜线写法不同，算作同一编号。
限度 一个名称是另一个的一部分、年份不同的（可能是两个版本）不报；没有书名号的名称不看。

Summary One number of a standard goes with two titles.
Basis A contradiction within the text: a number belongs to one standard (GB/T 1.1-2020).
Why Number or title is wrong in one place. Spaces, dashes and slashes make no other number.
Limits A title within the other, and two years (two editions), are right; titles without 《》 are not seen.
"""

from linter.facts.references import Standard, key, standards
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check, see


@check(
    code="TN012",
    name="standard-two-titles",
    severity="warning",
    two_names=True,
    reads=(standards,),
    message={
        "zh": "{number}对应两个名称：“{title}”与“{other}”",
        "en": "{number} goes with two titles: “{title}” and “{other}”",
    },
    examples=(
        Bad(
            "一、按照GB/T 24353—2022《[[~风险管理指南]]》进行评估。\n\n"
            "二、结果应当符合《[[风险评估指南]]》（GB/T24353-2022）的要求。\n"
        ),
        Bad("一、执行《[[~室外排水设计规范]]》（GB 50014）。\n\n二、参照《[[室外给水设计规范]]》（GB50014）设计。\n"),
        Bad(
            "一、执行《[[~污水处理设施排放标准]]》（DB 45/2413—2021）。\n\n"
            "二、参照《[[污水处理厂排放标准]]》（DB45/2413-2021）监测。\n"
        ),
        Bad("一、执行《[[~产品通则]]》（T/CAS 123-2020）。\n\n二、检验按照T/CAS 123—2020《[[服务通则]]》。\n"),
        Good("一、执行《室外排水设计规范》（GB 50014-2006）。\n\n二、执行《室外排水设计标准》（GB 50014-2021）。\n"),
    ),
)
def standard_two_titles(document: Document, options: Options) -> Findings:
    """One finding a number: the first title that differs, with the one before it."""
    first: dict[tuple[str, str], list[Standard]] = {}
    for one in document.read(standards):
        if not one.title or one.title_span is None:
            continue
        known = first.setdefault((one.code, one.serial), [])
        odd = next((other for other in known if _differs(one, other)), None)
        if odd is None:
            known.append(one)
        elif odd.title_span and len(known) == 1:
            known.append(one)
            words = (f"同一编号的名称“{odd.title}”", f"the title “{odd.title}” with the same number")
            args = {"number": one.text.strip(), "title": one.title, "other": odd.title}
            yield Finding(one.title_span, args, (see(odd.title_span, *words),))


def _differs(one: Standard, other: Standard) -> bool:
    """Another title, not a shorter form of it, and no other edition."""
    if one.year and other.year and one.year != other.year:
        return False
    titles = key(one.title), key(other.title)
    return titles[0] not in titles[1] and titles[1] not in titles[0]
