internal import Pipeline

/// The people, units, clusters and firms; all of them invented.
enum Names {
  static let zone = "安澜经开区"
  static let leaders = [
    Leader(name: "郑国栋", title: "管委会主任"), Leader(name: "林海峰", title: "招商局局长"),
    Leader(name: "何秀兰", title: "副局长"),
  ]

  /// A handler, the unit, and the cities looked after.
  struct Handler {
    let name: String
    let unit: String
  }

  static let handlers = [
    Handler(name: "王磊", unit: "招商一局"), Handler(name: "赵敏", unit: "招商一局"),
    Handler(name: "周强", unit: "招商二局"), Handler(name: "李娜", unit: "招商二局"),
    Handler(name: "陈静", unit: "招商三局"), Handler(name: "刘洋", unit: "招商三局"),
    Handler(name: "孙浩", unit: "驻沪招商组"), Handler(name: "吴倩", unit: "园区发展公司"),
  ]
  static let units = ["招商一局", "招商二局", "招商三局", "驻沪招商组", "园区发展公司"]
  /// Keeps the registers: targets, matters, requests.
  static let clerk = "吴倩"

  /// A cluster: its chain, what is made in it, and how its firms are called.
  struct Branch {
    let cluster: String
    let segments: [String]
    let target: String
    let firm: String
    let products: [(name: String, industry: String)]
  }

  static let branches = [
    Branch(
      cluster: "高端新材料产业集群", segments: ["铝精深加工", "功能膜", "复合材料"], target: "五年内300亿级",
      firm: "新材料有限公司",
      products: [
        ("轻量化铝板带", "铝精深加工"), ("铝合金轮毂", "铝精深加工"), ("电子铝箔", "铝精深加工"),
        ("光学膜", "功能膜"), ("锂电隔膜", "功能膜"), ("碳纤维预浸料", "复合材料"), ("特种玻纤", "复合材料"),
        ("可降解包装", "功能膜"), ("半导体靶材", "复合材料"), ("水性涂料", "功能膜"),
      ]),
    Branch(
      cluster: "新能源装备产业集群", segments: ["光伏", "储能", "氢能"], target: "五年内200亿级",
      firm: "新能源科技有限公司",
      products: [
        ("光伏支架", "光伏"), ("组件边框", "光伏"), ("储能电池包", "储能"), ("液冷机柜", "储能"),
        ("氢气储罐", "氢能"), ("风电叶片", "风电"), ("充电桩", "充换电"), ("逆变器", "光伏"),
        ("动力电池回收", "储能"), ("空气源热泵", "热泵"),
      ]),
    Branch(
      cluster: "生物医药产业集群", segments: ["原料药", "医疗器械", "营养健康"], target: "五年内100亿级",
      firm: "生物科技有限公司",
      products: [
        ("医药中间体", "原料药"), ("体外诊断试剂", "医疗器械"), ("医用无纺布", "医疗器械"), ("医用导管", "医疗器械"),
        ("中药配方颗粒", "原料药"), ("动物疫苗", "原料药"), ("功能性食品", "营养健康"), ("透明质酸", "营养健康"),
        ("康复器械", "医疗器械"), ("预制菜", "营养健康"),
      ]),
    Branch(
      cluster: "数字经济产业集群", segments: ["智能制造", "数字物流", "算力"], target: "五年内150亿级",
      firm: "智能科技有限公司",
      products: [
        ("智算中心", "算力"), ("数据标注基地", "算力"), ("跨境电商产业园", "数字物流"), ("冷链仓储", "数字物流"),
        ("机器人关节", "智能制造"), ("车载传感器", "智能制造"), ("无人机整机", "智能制造"), ("服务器组装", "算力"),
        ("工业软件", "智能制造"), ("直播电商基地", "数字物流"),
      ]),
  ]

  static let firms = [
    "安信", "宏远", "致远", "东岳", "鼎盛", "诚达", "瑞丰", "锦程", "凯瑞", "启明", "润泽", "联创", "通达", "光翼",
    "亿联", "恒泰", "博源", "华昱", "中瑞", "金禾", "天澜", "海川", "明德", "泰和", "永兴", "正邦", "嘉禾", "盛源",
    "新锐", "立德", "朗科", "远景", "朝阳", "融通", "百川", "国泰", "卓越", "星河", "聚力", "安泰", "科远", "益康",
  ]
  static let cities = [
    "上海", "苏州", "深圳", "杭州", "青岛", "济南", "北京", "宁波", "无锡", "南京", "合肥", "东莞",
  ]
  static let sources = ["主动拜访", "展会推介", "商会推荐", "以商招商", "乡贤引荐", "委托招商", "上级推介"]
  static let landings = ["东区", "西区", "北部产业园", "临港片区"]
  static let residents = [
    "鲁源铝业有限公司", "安澜热电有限公司", "丰华纺织有限公司", "齐越食品有限公司", "汇同机械有限公司", "德润包装有限公司",
  ]
}
