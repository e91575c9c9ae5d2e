/**
 * Words that stand in the passwords tried first, in small letters, with letters where signs would stand: the stems of the
 * usual lists, Chinese habits, and the trade. Digits, years and stretches of the keyboard are found without a list.
 */
const text = `
password passwort passwd passw pass word letmein welcome admin administrator root system user guest test demo temp
login signin secret default change changeme master super manager service server database oracle mysql postgres redis
monkey dragon sunshine princess football baseball basketball soccer hockey iloveyou loveyou lovely love forever
shadow superman batman michael jordan jennifer jessica ashley daniel andrew joshua thomas robert charlie william
matthew anthony harley ranger hunter buster tigger killer pepper ginger cookie cheese summer winter spring autumn
flower freedom whatever trustno mustang mercedes ferrari porsche computer internet google apple microsoft windows
samsung huawei xiaomi android iphone starwars pokemon matrix merlin maggie hannah amanda orange purple yellow
silver golden diamond chocolate banana butterfly angel devil jesus christ heaven blessed hello world qwerty azerty
qwertz asdf zxcv abcd secure security access private public office home family mother father brother sister baby
monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
october november december china chinese beijing shanghai guangzhou shenzhen chongqing tianjin hunan hubei henan
hebei shandong shanxi shaanxi sichuan guizhou yunnan jiangsu zhejiang anhui fujian jiangxi guangdong guangxi hainan
gansu qinghai ningxia xinjiang xizang neimenggu liaoning jilin heilongjiang taiwan xianggang aomen zhongguo
zhonghua renmin woaini woaizhongguo aini nihao mima guanli guanliyuan yonghu xitong ceshi moren gongan jiancha
fayuan sifa sifaju sifasuo sifating shequ jiaozheng shequjiaozheng anzhi bangjiao tiaojie renmintiaojie falv
yuanzhu falvyuanzhu gongzheng lvshi pufa taizhang jixiao kaohe yewu bangong jubu ganbu juzhang suozhang keyuan
dangyuan dangzhongyang gongchandang qiangguo xuexi xuexiqiangguo fuwu weirenmin minzhu wenming hexie ziyou
pingdeng gongzheng fazhi aiguo jingye chengxin youshan wang zhang chen yang huang zhao zhou chun xia qiu dong
jintian mingtian shengri kuaile xingfu pingan jixiang ruyi facai baobao laopo laogong mama baba
密码 口令 管理员 管理 用户 系统 测试 默认 你好 我爱你 中国 中华 人民 司法局 司法所 司法厅 司法 社区 矫正 安置
帮教 调解 法律 援助 法援 公证 律师 普法 法治 公安 检察 法院 台账 绩效 考核 办公 为人民服务 学习强国 富强
民主 文明 和谐 自由 平等 公正 爱国 敬业 诚信 友善 平安 幸福 快乐 吉祥 如意 春天 夏天 秋天 冬天
`;

/** Words of three letters, or of two Chinese characters, and more. */
export const blockedWords: readonly string[] = [...new Set(text.split(/\s+/).filter((word) => word !== ''))];
