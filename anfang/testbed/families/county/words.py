"""What the site calls its columns, menus, headings and buttons: several wordings of each, the seed chooses."""

from __future__ import annotations

from collections.abc import Mapping

from anfang.testbed.families.county.dice import Dice
from anfang.testbed.families.county.small_words import SMALL

_SITE: Mapping[str, tuple[str, ...]] = {
    "site": ("{city}市人民政府", "中国·{city}", "{city}市人民政府门户网站", "{city}政府网"),
    "welcome": ("欢迎访问{city}市人民政府网站", "您好，欢迎光临{city}政府网", "欢迎您访问本网站"),
    "login": ("登录", "用户登录", "个人中心登录", "会员登录"),
    "nav_home": ("首页", "网站首页", "本站首页"),
    "nav_city": ("走进{city}", "{city}概况", "魅力{city}"),
    "nav_news": ("新闻中心", "政务动态", "新闻资讯"),
    "nav_open": ("政务公开", "信息公开", "政府信息公开"),
    "nav_service": ("办事服务", "政务服务", "网上办事"),
    "nav_interact": ("互动交流", "政民互动", "公众参与"),
    "nav_topics": ("专题专栏", "专题集锦", "专题聚焦"),
    "here": ("当前位置：", "您现在所在的位置：", "所在位置：", "您的位置："),
    "sitemap": ("网站地图", "站点地图", "网站导航"),
    "about": ("关于我们", "关于本站", "网站声明"),
    "privacy": ("隐私保护", "隐私声明", "法律声明"),
    "host": ("主办：{city}市人民政府办公室", "主办单位：{city}市人民政府", "{city}市人民政府办公室主办"),
    "maker": ("承办：{city}市大数据中心", "技术支持：{city}市信息中心", "{city}市电子政务办公室承办"),
    "more": ("更多>>", "更多+", "MORE", "查看更多"),
    "ad_close": ("X关闭", "×关闭", "[关闭]"),
    "published": ("发布时间：", "发布日期：", "时间："),
    "origin": ("来源：", "信息来源：", "文章来源："),
    "own": ("本站", "本网", "网站编辑部"),
    "views": ("浏览次数：", "点击数：", "阅读："),
    "print": ("【打印本页】", "[打印]", "打印此文"),
    "shut": ("【关闭窗口】", "[关闭]", "关闭本页"),
    "previous": ("上一篇：", "上一条：", "上篇："),
    "next": ("下一篇：", "下一条：", "下篇："),
}

_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "headline": ("今日要闻", "{city}要闻", "要闻动态"),
    "bureaus": ("部门动态", "部门信息", "部门快讯"),
    "towns": ("乡镇动态", "基层动态", "镇街传真"),
    "notices": ("通知公告", "公示公告", "公告栏"),
    "policy": ("政策文件", "政府文件", "规范性文件"),
    "budget": ("财政预决算", "财政信息", "预算决算"),
    "staff": ("人事任免", "人事信息", "干部任免"),
    "plans": ("规划计划", "发展规划", "规划信息"),
    "profile": ("{city}简介", "市情概览", "历史人文"),
    "all_guides": ("办事指南", "服务指南", "办事须知"),
    "business": ("企业办事", "法人办事", "法人服务"),
    "person": ("个人办事", "个人服务", "市民办事"),
    "offices": ("部门办事", "部门服务", "按部门办事"),
    "by_topic": ("按主题", "主题分类", "办事主题"),
    "by_office": ("按部门", "办事部门", "部门列表"),
    "below": ("下级栏目", "分类", "子栏目"),
    "status": ("办件查询", "进度查询", "办理进度查询", "办件进度查询"),
    "consult": ("我要咨询", "网上咨询", "在线咨询", "业务咨询"),
    "complaint": ("我要投诉", "网上投诉", "投诉举报", "在线投诉"),
    "letters": ("来信选登", "信件公开", "回复选登"),
    "letter_query": ("信件查询", "来信查询", "信件回复查询"),
    "survey": ("意见征集", "民意征集", "征求意见"),
    "interview": ("在线访谈", "网上访谈", "访谈实录"),
    "scenario": ("企业开办专区", "企业开办专题", "新办企业一件事", "企业开办一站式服务"),
    "hot": ("热点服务", "常用服务", "热门事项"),
    "picture": ("图片新闻", "图说{city}", "焦点图片"),
}

_ACTIONS: Mapping[str, tuple[str, ...]] = {
    "act_guide": ("办事指南", "查看指南", "服务指南"),
    "act_files": ("表格下载", "资料下载", "附件下载"),
    "act_faq": ("常见问题", "问题解答", "常见问答"),
    "act_apply": ("在线办理", "网上申报", "在线申办", "我要办理", "立即办理"),
    "files": ("附件：", "附件下载：", "相关附件：", "相关下载："),
    "search": ("搜索", "检索", "搜 索"),
    "search_hint": ("请输入关键字", "请输入您要搜索的内容", "输入关键词"),
    "search_title": ("站内检索", "全站搜索", "搜索结果"),
    "search_none": ("抱歉，没有找到相关信息", "未检索到符合条件的结果", "没有找到与您的查询相符的内容"),
    "news_search": ("本栏目检索", "新闻检索", "搜新闻"),
    "page_first": ("首页", "第一页", "首 页"),
    "page_back": ("上一页", "上页", "前一页"),
    "page_on": ("下一页", "下页", "后一页"),
    "page_last": ("尾页", "末页", "最后一页"),
    "submit": ("提交", "确认提交", "提 交"),
    "reset": ("重置", "重填", "清空"),
    "captcha": ("验证码", "校验码", "图片验证码"),
    "captcha_again": ("看不清换一张", "换一张", "看不清？点击更换"),
    "agree": ("我已阅读并同意", "我已知晓，继续", "同意并继续"),
    "rules": ("写信须知", "用户须知", "来信须知"),
    "close": ("关闭", "我知道了", "关 闭"),
    "query": ("查询", "查 询", "立即查询"),
    "case": ("受理编号", "办件编号", "申报号", "业务流水号"),
    "letter": ("信件编号", "来信编号", "信件查询号"),
    "password": ("查询密码", "查询码", "密码"),
    "next_step": ("下一步", "查看结果", "生成办事清单"),
    "notice": ("公告", "温馨提示", "重要通知"),
}

WORDS = {**_SITE, **_COLUMNS, **_ACTIONS, **SMALL}


class Words:
    """The wordings of one portal: `words["status"]` (or `w.status` in a template)."""

    def __init__(self, dice: Dice, city: str) -> None:
        chosen = {key: dice.pick(f"word {key}", wordings) for key, wordings in WORDS.items()}
        self._chosen = {key: text.replace("{city}", city) for key, text in chosen.items()}

    def __getitem__(self, key: str) -> str:
        return self._chosen[key]
