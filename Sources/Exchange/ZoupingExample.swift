/// The public article on Zouping's development zone as an exchange file.
///
/// Six engagements, ten activity records for thirteen contacts, five milestones, four clusters and
/// three leaders; the rounds of asking firms, the number of delegated powers, the cluster's target
/// and the park's phase. Everything that is missing from the article is missing here too: amounts,
/// one trip's date, the days of four receptions, the names of the powers. The year is inferred.
/// Reasons are in our own words.
package enum ZoupingExample {
  /// The day of the last dated fact, by which all of it had happened.
  package static let lastDay: StaticString = "2023-09-04"

  package static var bytes: [UInt8] {
    Array(UnsafeBufferPointer(start: json.utf8Start, count: json.utf8CodeUnitCount))
  }

  package static let json: StaticString = #"""
    {
      "format": "zhaoshang-exchange",
      "version": 1,
      "organisations": [
        {"name": "邹平经开区", "kind": "园区", "place": "邹平", "aliases": ["经开区"], "note": "本区；全称未刊出"},
        {"name": "投资促进局", "kind": "招商主体", "place": "邹平"},
        {"name": "招商发展公司", "kind": "招商主体", "place": "邹平", "aliases": ["招商发展有限公司"], "note": "两种写法，推断为同一单位"},
        {"name": "城市运营公司", "kind": "招商主体", "place": "邹平"},
        {"name": "国信发展集团", "kind": "招商主体", "place": "邹平", "note": "推断为区属国企"},
        {"name": "党工委、管委会", "kind": "部门", "place": "邹平", "aliases": ["党工委", "管委会"], "note": "仅见于宗新的职务"},
        {"name": "内江经开区", "kind": "园区", "place": "四川内江"},
        {"name": "四川汇宇制药有限公司", "kind": "投资方", "place": "四川内江"},
        {"name": "红牛饮料内江生产基地项目", "kind": "考察点", "place": "四川内江", "note": "内江的项目，不是邹平的线索"},
        {"name": "江控创富基金", "kind": "投资方", "place": "上海", "aliases": ["江控创富基金项目"], "note": "管理人名称未刊出"},
        {"name": "上海东方龙商务有限公司", "kind": "投资方", "place": "上海", "aliases": ["东方龙"], "note": "招商大数据系统的供应方"},
        {"name": "远东宏信集团", "kind": "投资方", "place": "上海", "note": "经营模块：宏信建发、外资合作、宏信建投"},
        {"name": "特锐德", "kind": "投资方", "note": "上市公司"},
        {"name": "国电投", "kind": "投资方", "note": "“上市公司”是否也指它，未能确定"},
        {"name": "山东安装集团", "kind": "投资方", "note": "“上市公司”是否也指它，未能确定"},
        {"name": "青岛夜经济项目方", "kind": "投资方", "place": "青岛", "aliases": ["项目方"], "note": "名称未刊出"}
      ],
      "people": [
        {"name": "宗新", "organisation": "党工委、管委会", "title": "党工委委员、管委会副主任"},
        {"name": "马学福", "organisation": "国信发展集团", "title": "党委委员、副总经理"},
        {"name": "罗思真", "organisation": "招商发展公司", "title": "负责人"}
      ],
      "clusters": [
        {"name": "铝业集群", "note": "高端装备制造基地，2月集中开工32个项目"},
        {"name": "棉纺织产业集群", "segments": ["棉纱", "棉布", "服装", "家用纺织品"], "note": "上下游一体化"},
        {"name": "医药产业集群", "segments": ["研发", "生产", "综合服务"], "target": "五年内200亿级", "rd_place": "外地(苏州、上海等)", "production_place": "邹平", "note": "邹平首个医药产业园；与苏州、上海的医药基地合作；省第二届儒商大会37个重点签约项目之一；省补短板重点工程"},
        {"name": "数字产业集群", "note": "数字经济产业基地，小微企业聚集"}
      ],
      "projects": [
        {
          "key": "P1", "name": "青岛夜经济项目", "kind": "investment",
          "investors": ["青岛夜经济项目方"], "lead": ["投资促进局", "招商发展公司", "城市运营公司"],
          "industry": "商贸文旅(夜经济)", "origin": "青岛", "amount": null,
          "stages": [
            {"stage": "contact", "on": "unknown"},
            {"stage": "visit", "on": "2023-07-19"},
            {"stage": "return-visit", "on": "2023-07-23"},
            {"stage": "intent", "on": "2023-07-23"}
          ],
          "status": null
        },
        {
          "key": "P2", "name": "与内江经开区东西方联动合作", "kind": "cooperation",
          "investors": ["内江经开区"], "lead": ["党工委、管委会"],
          "industry": "园区合作", "origin": "四川内江", "amount": null,
          "stages": [
            {"stage": "contact", "on": "unknown"},
            {"stage": "visit", "on": "2023-07-25"},
            {"stage": "intent", "on": "2023-07-25", "reason": "考察当天即有初步意向，未见对方来访"}
          ],
          "status": null
        },
        {
          "key": "P3", "name": "招商母基金(江控创富)", "kind": "fund",
          "investors": ["江控创富基金"], "lead": ["国信发展集团"],
          "industry": "资本招商/基金", "origin": "上海", "amount": null,
          "stages": [
            {"stage": "contact", "on": "unknown"},
            {"stage": "visit", "on": "2023-08-15"},
            {"stage": "intent", "on": "2023-08-15", "reason": "考察当天即有合作意向，未见对方来访"},
            {"stage": "signing", "on": "2023-09-04", "reason": "以基金完成工商设立计为签约，未见立项"}
          ],
          "status": null
        },
        {
          "key": "P4", "name": "招商大数据系统项目", "kind": "procurement",
          "investors": ["上海东方龙商务有限公司"], "lead": ["招商发展公司"],
          "industry": "软件/数据服务", "origin": "上海", "amount": null,
          "stages": [
            {"stage": "contact", "on": "unknown"},
            {"stage": "visit", "on": "2023-08-16"},
            {"stage": "return-visit", "on": "2023-08-30"},
            {"stage": "intent", "on": "2023-08-30"},
            {"stage": "signing", "on": "2023-08-30", "reason": "回访当天签约，采购类项目未见立项"}
          ],
          "status": null
        },
        {
          "key": "P5", "name": "远东宏信集团合作", "kind": "investment",
          "investors": ["远东宏信集团"], "lead": ["招商发展公司"],
          "industry": "融资租赁/设备与建设投资", "origin": "上海", "amount": null,
          "stages": [
            {"stage": "contact", "on": "unknown"},
            {"stage": "visit", "on": "2023-08-17"},
            {"stage": "return-visit", "on": "2023-08-26"}
          ],
          "status": null
        },
        {
          "key": "P6", "name": "光伏项目(特锐德、国电投、山东安装集团等)", "kind": "investment",
          "investors": ["特锐德", "国电投", "山东安装集团"],
          "industry": "新能源(光伏)", "landing": "邹平", "amount": null,
          "description": "至少三家投资方；是一个项目还是几个，未刊出",
          "stages": [
            {"stage": "contact", "on": "unknown"},
            {"stage": "return-visit", "on": "unknown", "reason": "只见来访接待，未见外出考察"},
            {"stage": "intent", "on": "unknown"},
            {"stage": "approval", "on": "unknown"}
          ],
          "status": null
        }
      ],
      "activities": [
        {
          "projects": ["P1"], "kind": "outbound", "on": "2023-07-19", "place": "青岛",
          "sites": ["夜经济项目"], "lead": ["投资促进局", "招商发展公司", "城市运营公司"],
          "counterparts": ["青岛夜经济项目方"], "trip": "青岛 7月19日", "line": "青岛夜经济",
          "note": "两次赴青岛之一，先后次序未刊出"
        },
        {
          "projects": ["P1"], "kind": "outbound", "on": "unknown", "place": "青岛",
          "sites": ["夜经济项目"], "lead": ["投资促进局", "招商发展公司", "城市运营公司"],
          "counterparts": ["青岛夜经济项目方"], "trip": "青岛 另一次", "line": "青岛夜经济",
          "note": "两次赴青岛的另一次，日期未刊出，不晚于7月23日"
        },
        {
          "projects": ["P1"], "kind": "return", "on": "2023-07-23", "place": "邹平",
          "lead": ["投资促进局", "招商发展公司", "城市运营公司"],
          "counterparts": ["青岛夜经济项目方"],
          "outcome": "preliminary", "outcome_text": "初步立项合作意向"
        },
        {
          "projects": ["P2"], "kind": "outbound", "on": "2023-07-25", "place": "四川内江",
          "sites": ["30万吨硅碳负极材料项目", "红牛饮料内江生产基地项目", "壕子口街道路面改造项目", "四川汇宇制药有限公司"],
          "lead": ["党工委、管委会"], "counterparts": ["内江经开区", "四川汇宇制药有限公司"],
          "leader": {"name": "宗新", "title": "党工委委员、管委会副主任"}, "trip": "内江 7月25日",
          "outcome": "preliminary", "outcome_text": "东西方联动合作初步意向",
          "note": "四处均为内江的项目"
        },
        {
          "projects": ["P3"], "kind": "outbound", "on": "2023-08-15", "place": "上海",
          "sites": ["江控创富基金项目"], "lead": ["国信发展集团"],
          "counterparts": ["江控创富基金"],
          "leader": {"name": "马学福", "title": "国信发展集团党委委员、副总经理"}, "trip": "上海 国信 8月15日",
          "outcome": "intent", "outcome_text": "资本招商母基金合作意向"
        },
        {
          "projects": ["P4"], "kind": "outbound", "on": "2023-08-16", "place": "上海",
          "sites": ["上海东方龙商务有限公司"], "lead": ["招商发展公司"],
          "counterparts": ["上海东方龙商务有限公司"], "trip": "上海 招商发展 8月16-17日",
          "note": "了解招商大数据系统的功能与用法"
        },
        {
          "projects": ["P4"], "kind": "return", "on": "2023-08-30", "place": "邹平",
          "lead": ["招商发展公司"], "counterparts": ["上海东方龙商务有限公司"],
          "outcome": "contract", "outcome_text": "合作意向，正式签约", "note": "地点由回访推断"
        },
        {
          "projects": ["P5"], "kind": "outbound", "on": "2023-08-17", "place": "上海",
          "sites": ["远东宏信集团"], "lead": ["招商发展公司"],
          "counterparts": ["远东宏信集团"], "trip": "上海 招商发展 8月16-17日",
          "outcome_text": "业务洽谈", "note": "三个经营模块：宏信建发、外资合作、宏信建投"
        },
        {
          "projects": ["P5"], "kind": "return", "on": "2023-08-26", "place": "邹平",
          "lead": ["招商发展公司"], "counterparts": ["远东宏信集团"],
          "outcome": "consensus", "outcome_text": "合作推进方向共识"
        },
        {
          "projects": ["P6"], "kind": "inbound", "on": "2023-07-01", "end": "2023-09-04", "place": "邹平",
          "counterparts": ["特锐德", "国电投", "山东安装集团"], "times": 4,
          "outcome": "intent", "outcome_text": "合作意向",
          "note": "一行代表四次接待，各次日期和来访企业未刊出"
        }
      ],
      "milestones": [
        {"projects": ["P3"], "kind": "registered", "on": "2023-09-04", "name": "工商设立", "note": "全区首支招商母基金"},
        {"projects": ["P4"], "kind": "contract-signed", "on": "2023-08-30", "name": "正式签约"},
        {"projects": ["P6"], "kind": "approval-started", "on": "unknown", "name": "进入项目立项流程", "note": "尚未完成"},
        {"projects": [], "kind": "construction-started", "on": "2023-02", "name": "集中开工", "subject": "高端装备制造基地", "cluster": "铝业集群", "count": 32},
        {"projects": [], "kind": "in-production", "on": "unknown", "name": "入驻投产", "subject": "邹平医药产业园一期(美诺)", "cluster": "医药产业集群"}
      ],
      "requests": [
        {
          "organisation": "辖区企业", "kind": "need", "category": "infrastructure",
          "subject": "基础配套", "received": "unknown", "channel": "问需于企", "note": "定期收集，件数和企业名称未刊出"
        },
        {
          "organisation": "辖区企业", "kind": "need", "category": "talent",
          "subject": "人才保障", "received": "unknown", "channel": "问需于企", "note": "定期收集，件数和企业名称未刊出"
        },
        {
          "organisation": "辖区企业", "kind": "need", "category": "finance",
          "subject": "金融服务", "received": "unknown", "channel": "问需于企", "note": "定期收集，件数和企业名称未刊出"
        },
        {
          "organisation": "辖区企业", "kind": "advice",
          "subject": "对经开区工作的建议", "received": "unknown", "channel": "问策于企", "note": "内容未刊出"
        },
        {
          "organisation": "辖区企业", "kind": "result",
          "subject": "惠企政策和服务的成效", "received": "unknown", "channel": "问效于企", "note": "内容未刊出"
        },
        {
          "organisation": "企业和群众", "kind": "need", "category": "approval",
          "subject": "重点、焦点问题特事特办", "received": "unknown", "channel": "快速办理通道", "fast": true,
          "note": "目标是只跑一次；件数、时限和实际跑动次数未刊出"
        }
      ],
      "catalogues": [
        {"name": "承接省市县权力事项", "stated": 137, "note": "事项名称未刊出"}
      ],
      "targets": [
        {
          "year": 2028, "measure": "scale", "cluster": "医药产业集群",
          "amount": {"value": "200", "unit": "亿元", "currency": "CNY"},
          "note": "五年内200亿级；年份按2023年起推断，刊出的口径未说明"
        }
      ],
      "phases": [
        {
          "subject": "邹平医药产业园", "name": "一期", "firm": "美诺", "cluster": "医药产业集群",
          "in_production": "unknown", "note": "已入驻投产，日期未刊出"
        }
      ]
    }

    """#
}
