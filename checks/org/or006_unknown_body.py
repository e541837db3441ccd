"""文件提到不存在的机构。

依据 国发〔2018〕6号、国发〔2023〕5号（国务院机构设置）；本单位在设置中登记的机构名录。
说明 “国务院卫健委”“退役军人事务管理局”之类的名称没有对应的机构，按它办事就找不到人。
限度 国家层面只认“国务院”“国家”开头的名称和改革后各级统一的行业名称；本级机构只在设置里登记了名录时检查：
与登记的只错一字、本身又不成名称的报告；注明名录完整（bodies-complete）的，名录以外的都报告。

Summary The document names a body that does not exist.
Basis 国发〔2018〕6号 and 国发〔2023〕5号 on the departments of the State Council; the bodies an office registers.
Why Nobody answers to such a name.
Limits National names that begin with 国务院 or 国家, and trades named alike at all levels; bodies of the issuer's own
level only where the settings register them: those a character off, and with bodies-complete all that are not listed.
"""

from linter.facts.bodies import unknown_bodies
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check, mend


@check(
    code="OR006",
    name="unknown-body",
    severity="warning",
    preview=True,
    norm="国发〔2023〕5号",
    strength="usage",
    reads=(unknown_bodies,),
    message={
        "zh": "没有名为“{name}”的机构。",
        "en": "there is no body called “{name}”.",
    },
    messages={
        "likely": {
            "zh": "没有名为“{name}”的机构，可能指“{likely}”{origin}。",
            "en": "there is no body called “{name}”; “{likely}”{origin} may be meant.",
        },
    },
    examples=(
        Bad("4.1 信息报告\n\n突发公共卫生事件报告的具体要求按[[国务院卫健委]]制定的有关规定执行。"),
        Bad("7.2 抚恤\n\n对参加处置的人员，按人社部、财政部、[[退役军人事务管理局]]的规定给予补助。"),
        Good(
            "一、国务院办公厅、国务院国资委、国家卫生健康委、国家医保局按照职责分工负责。\n\n"
            "二、国务院教育部门、国务院公安部门应当配合。\n\n"
            "三、市退役军人事务局、市应急管理局、市市场监督管理局负责落实。"
        ),
    ),
)
def unknown_body(document: Document, _options: Options) -> Findings:
    """Each mention of a body that is none."""
    for one in document.read(unknown_bodies):
        args = {"name": one.name, "likely": one.likely, "origin": f"（{one.origin}）" if one.origin else ""}
        fix = mend("shown", one.span, one.likely) if one.likely else None
        yield Finding(one.span, args, fix=fix, message="likely" if one.likely else "")
