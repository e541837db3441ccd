"""同一个人的姓名写法不一。

依据 文件内部矛盾：一个人在一份文件里只有一种写法。
说明 议定事项写“由副区长卢小峰牵头”，出席名单是“卢晓峰”：拼音输入选错了字，照着办的人会找错人，表彰、任免、处分
写错姓名更要改发。
“由许正东兼任”“任副组长”是另加的职务，不当作另一个人。
限度 只看三个字的姓名，差一个音近（前后鼻音、平翘舌不分）或者形近的字；两人各有各的职务、同在一段或者一张表里的，
是两个人，不报；姓名很多的名单不看。

Summary The name of one person is written two ways.
Basis Internal contradiction: a person has one name in a document.
Why The list has 卢晓峰, the task is given to 卢小峰: pinyin offers the wrong character, and in an award or a dismissal
the wrong name means that the document is issued again. A post that is added (由许正东兼任) or one in a group makes no
other person.
Limits Names of three characters, one of which sounds or looks like the other; two with posts of their own, or side by
side in a paragraph or a table, are two persons; documents with very many names are left alone.
"""

from checks.org.naming import told
from linter.facts.bodies import person_slips
from linter.kernel.check import Bad, Document, Findings, Good, Options, check, needs


@check(
    code="OR019",
    name="person-differs",
    severity="warning",
    preview=True,
    two_names=True,
    reads=(person_slips,),
    needs=needs("lines", script="simplified"),
    message={
        "zh": "人名“{rare}”与别处的“{usual}”只差一个音近或者形近的字",
        "en": "the name “{rare}” is one similar character away from “{usual}”",
    },
    examples=(
        Bad(
            "副区长[[~卢晓峰]]和区政府办公室主任钱玉兰参加会议。\n\n一、由副区长[[卢小峰]]牵头，建立周调度机制。\n\n"
            "出席：卢晓峰、钱玉兰\n"
        ),
        Bad("授予[[~刘春燕]]等2名同志称号。\n\n附件 先进个人名单\n\n[[刘春艳]]　县商务局副局长\n\n邓志强　科长\n"),
        Bad("成　员：[[~杜雨桐]]　市气象局气候中心主任\n\n三、气象灾害组：由[[杜雨铜]]同志负责。\n"),
        Bad("联系人：[[~刘振华]]，电话：2091234。\n\n会务事宜请与[[刘震华]]联系。\n"),
        Bad("任命[[~宋佳慧]]同志为县文化局副局长。\n\n免去[[宋佳惠]]同志的县博物馆馆长职务。\n"),
        Bad("成　员：\n\n[[~许振东]]　市应急管理局局长\n\n办公室设在市应急管理局，办公室主任由[[许正东]]兼任。\n"),
        Bad("保障组：由县政府办公室副主任[[~夏明亮]]任组长。\n\n五、总结\n\n保障组组长[[夏鸣亮]]汇报。\n"),
        Bad("法定代表人：[[~葛建民]]\n\n1.询问笔录2份，被询问人为[[葛建明]]和仓库主管。\n"),
        Good("申请人：陈志生，男。\n\n被申请人：陈志森，男。\n\n经调解，双方达成协议。\n"),
        Good("授予刘德明等2名同志称号。\n\n刘德明　县发展和改革局项目股股长\n\n刘德民　县公安局民警\n"),
        Good("信访人向国土资源部门反映。\n\n县国土资源部门受理。\n"),
        Good("张晓明　市第一中学教师\n\n张小明　市第二中学教师\n"),
        Good(
            "王建军任市水务局副局长；\n\n王建君任市文化和旅游局四级调研员；\n\n李晓红任市人民政府研究室副主任；\n\n"
            "李小红任市公共资源交易中心科长。\n"
        ),
    ),
)
def person_differs(document: Document, _options: Options) -> Findings:
    """The first place of the rarer of two names."""
    for one in document.read(person_slips):
        yield told(one)
