"""当事人的身份前后不一：首部列为申请人的，正文称作“被申请人”；合同首尾同一方的名称不同。

依据 文件内部矛盾：一个案件中，当事人的身份以首部所列为准。
说明 申请人与被申请人、原告与被告只差一个字，写反了，谁主张、谁承担责任就反了过来。
合同首部的乙方是某中心，落款的乙方是某公司，差一两个字，就不知是谁签的。
限度 只看首部写明“申请人：某某”的案件，正文中身份与姓名、名称直接相连的；原审、反诉中的身份，一份文件写几个案件的，
同一名称有两种身份的，一段里几个当事人都换了身份的（另一仲裁、诉讼），不看。

Summary A party stands in the text in the role of another: the head lists it as 申请人, the text says 被申请人.
One party of a contract has two names nearly the same at its head and at its end.
Basis A contradiction within the text: the head of the document says who has which role in the case.
Why The two words differ in one character, and who claims and who answers is turned round.
Limits Only where the head declares the roles, and a role stands right before a name; roles of other instances,
documents about several cases, names with two roles, and a paragraph about an earlier proceeding, in which several
parties have changed roles, are left out.
"""

from linter.facts.bodies import party_names, party_slips
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check, mend, needs, see


@check(
    code="OR011",
    name="party-role",
    severity="warning",
    reads=(party_slips, party_names),
    needs=needs("lines", silent=("transcript", "dialogue")),
    message={
        "zh": "“{words}”的身份与首部不一致：首部列为{role}",
        "en": "“{words}”: the head of the document lists this party as {role}",
    },
    messages={
        "name": {
            "zh": "同一方有两个名称：“{rare}”与“{usual}”",
            "en": "one party has two names: “{rare}” and “{usual}”",
        },
    },
    examples=(
        Bad(
            "框架协议\n\n甲方：洪湖市农业农村局\n\n乙方：[[~临湘市农业农村局]]\n\n为加强合作，达成如下协议：\n\n"
            "一、信息共享。甲方牵头。\n\n甲方（盖章）：洪湖市农业农村局\n\n乙方（盖章）：[[临湘市农业农村和水利局]]\n"
        ),
        Good(
            "甲方：海州市第一人民医院\n\n乙方：海州市民政局\n\n一、甲方负责治疗。\n\n甲方：海州市第二人民医院\n\n乙方：海州市民政局\n"
        ),
        Bad(
            "海州市人民政府行政复议决定书\n\n海政复决〔2024〕9号\n\n[[~申请人：海州市第一水厂]]。\n\n"
            "被申请人：海州市水务局。\n\n[[被申请人]]海州市第一水厂不服海州市水务局的处罚，申请复议。\n"
        ),
        Bad(
            "海州市中级人民法院民事判决书\n\n上诉人（原审被告）：海州市金阳公司。\n\n[[~被上诉人（原审原告）：刘某]]。\n\n"
            "原审原告刘某起诉请求支付货款。\n\n[[上诉人]]刘某请求撤销判决。\n"
        ),
        Good(
            "海州市人民政府行政复议决定书\n\n申请人：刘海平。\n\n被申请人：海州市人社局。\n\n第三人：海州市恒通公司。\n\n"
            "该案仲裁中，申请人海州市恒通公司主张双方系承揽关系，被申请人刘海平辩称其受考勤管理。\n"
        ),
        Good("三起案例\n\n原告：张某。\n\n被告：李某。\n\n二审中，上诉人张某称合同有效，被上诉人李某认为无效。\n"),
    ),
)
def party_role(document: Document, _options: Options) -> Findings:
    """Each party in a role that is not its own."""
    for one in document.read(party_slips):
        related = (see(one.declared.span, "首部所列", "as declared in the head"),)
        right = one.declared.role
        fix = mend("unsafe", one.span, right)
        yield Finding(one.span, {"words": one.words, "role": right}, related, fix)
    for name in document.read(party_names):
        related = (see(name.model, "另一名称", "the other name"),)
        yield Finding(name.spans[0], {"rare": name.rare, "usual": name.usual}, related, message="name")
