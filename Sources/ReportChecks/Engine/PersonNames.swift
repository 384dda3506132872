extension Mark {
  /// Characters that the names for people end with: a name may follow (通讯员张晓勇).
  static let callings = UnitSet("员长者任记民士师友农户说")
  /// 姓: the family names that are in use, and no common word of a report's prose.
  static let familyNames = UnitSet(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛范彭郎鲁韦马苗方俞任袁柳鲍史唐费岑薛雷贺倪汤滕罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房裘缪解应宗丁宣邓郁单杭洪包诸左石崔吉龚程嵇邢裴陆荣翁荀羊惠甄曲封储靳段富巫乌焦牧谷车侯全班仰秋仲宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司黎薄印宿白怀蒲从鄂索籍赖卓屠蒙池乔阴闻党翟谭贡劳姬申扶冉宰雍桑桂牛寿通边扈燕冀浦尚农温别庄晏柴瞿阎慕连茹习艾鱼容向古易廖终居衡步都耿满弘匡国文寇广欧沃利蔚越隆师巩聂勾敖融冷辛阚那简饶空曾沙养须丰关查荆红游权盖益桓公"
  )
}
