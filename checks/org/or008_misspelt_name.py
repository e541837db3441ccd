"""国名、国家机构全称、地名错字漏字，或者城市归错了省份。

依据 国名见宪法、外交部名录，国家机构名称见国发〔2023〕5号；地名以发文机关自己的名称和2023年统计用区划代码为准，
城市所属省份也以该代码为准。
说明 这些名称只有一种写法，差一个字就是错：多是误打或者扫描识别的差错，改了才能发布。
限度 书名号里的题名由 TN003 看；机构名称和地名只看不成词的写法；区划代码里没有的城市，以文中多数写法为准。

Summary The name of the state, a national body or a place has a wrong or missing character, or a city a wrong province.
Basis The constitution for the state, 国发〔2023〕5号 for its bodies, the issuer's own name for its place, the codes of
divisions of 2023 for cities and their provinces.
Why These names have one form; one character off is a slip of typing or of reading a scan.
Limits Titles in 《》 are left to TN003; bodies and places only where what is left is no word; a city without a code
belongs where most of the document puts it.
"""

from linter.facts.bodies import misspelt_names
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check, mend, needs


@check(
    code="OR008",
    name="misspelt-name",
    severity="warning",
    norm="国发〔2023〕5号",
    strength="usage",
    reads=(misspelt_names,),
    needs=needs("marks", script="simplified"),
    message={
        "zh": "名称“{words}”应作“{name}”",
        "en": "“{words}” should read “{name}”",
    },
    examples=(
        Bad("一、[[中华人民大和国]]成立纪念日期间，各单位应当加强值守。\n\n二、门户网站应当每日更新。"),
        Bad("一、在[[中华人民共和囯]]境内施工的单位适用本办法。\n\n二、其他单位参照执行。"),
        Bad(
            "石家庄市民政局通知\n\n一、乌兰察布市的做法可供参考，[[乌兰布市]]已推广。\n\n二、[[石庄市]]范围内的道路应当设置标志。\n"
        ),
        Bad(
            "呼和浩特市水务局关于清理河道的通知\n\n各县（市、区）水务局：\n\n一、[[呼和特市]]各水务局应当建立台账。\n\n"
            "二、呼和浩特市水务局负责抽查。\n\n呼和浩特市水务局\n2019年4月1日"
        ),
        Bad(
            "浙江省宁波市海曙区人民政府行政复议决定书\n\n不服本决定的，可以向[[江苏省宁波市]]中级人民法院起诉。\n\n"
            "浙江省宁波市人民政府复议应诉处负责解释。"
        ),
        Bad("一、赴江苏省苏州市、[[浙江省无锡市]]、[[山东省荷泽市]]调研。\n\n二、[[黑龙江省齐齐哈市]]另行安排。"),
        Bad("一、学习[[中国共产当]]章程，贯彻[[全国人民代衰大会]]的决定，接受[[最高人民检查院]]的监督。"),
        Bad("一、专项资金由区经济和信息化局管理。\n\n二、[[经济与信息化局]]应当自收到申请之日起审核。"),
        Bad(
            "一、赴[[新疆维吾儿自治区]]、[[呼伦贝市]]、[[黔东南苗族侗族自冶州]]学习考察，邀请[[哈萨克斯担]]客商，经[[齐齐尔哈市]]。"
        ),
        Good("一、哈尔滨市、齐齐哈尔市的户籍制度改革方案由市人民政府报省人民政府备案。"),
        Good("一、黔南布依族苗族自治州、黔西南布依族苗族自治州派员列席，与哈萨克族、俄罗斯、白俄罗斯客商洽谈。"),
        Good(
            "一、教育部和人力资源社会保障部另行通知。\n\n由区自然资源与规划局负责，经济发展与信息化建设同步推进。\n\n二、经济和信息化工作由区政府负责。"
        ),
        Good("一、江苏省内各市、吉林省吉林市、江苏省的苏州市、湖北省襄樊市、四川省成都市市场监管局派员参加。"),
        Good("一、与河南省焦作市、河南省济源市建立联防机制。\n\n二、借鉴江苏省南京市、浙江省宁波市的经验。"),
    ),
)
def misspelt_name(document: Document, _options: Options) -> Findings:
    """Each place of a fixed name with a slip."""
    for one in document.read(misspelt_names):
        fix = mend("shown", one.span, one.name)
        yield Finding(one.span, {"words": one.words, "name": one.name}, fix=fix)
