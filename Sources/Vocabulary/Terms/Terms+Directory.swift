package import Pipeline

extension DirectoryMember: Named {
  package var term: Term {
    switch self {
    case .aliases: Term("别名", "Aliases")
    case .kind: Term("性质", "Kind")
    case .creditCode: Term("统一社会信用代码", "Credit code")
    case .place: Term("所在地", "Place")
    case .organisation: Term("单位", "Organisation")
    case .title: Term("职务", "Title")
    case .phone: Term("电话", "Phone")
    case .segments: Term("产业链环节", "Segments")
    case .target: Term("目标", "Target")
    case .researchPlace: Term("研发地", "R&D place")
    case .productionPlace: Term("生产地", "Production place")
    case .note: Term("备注", "Note")
    case .unknownMembers: Term("其他版本的内容", "Members of other versions")
    }
  }
}
