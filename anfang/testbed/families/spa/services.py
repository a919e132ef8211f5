"""Views behind the entries of a portal: sign-in, application, enquiries, case query, topic page and wizard."""

from __future__ import annotations

from typing import Any

from anfang.testbed.facts import Channel, PortalFacts, StepFacts
from anfang.testbed.families.spa.directory import Directory, token
from anfang.testbed.families.spa.home import Home
from anfang.testbed.families.spa.routes import Entry, Routes

Page = dict[str, Any]
_STAGES = (
    ("申请提交", "已完成", "2019-11-18 09:12"),
    ("受理", "已完成", "2019-11-18 15:40"),
    ("审查", "已完成", "2019-11-20 10:05"),
    ("办结", "办理中", ""),
)
_PASSWORD: Page = {"fields": ["用户名", "密码"], "button": "登录"}
_BRANCHES: dict[str, tuple[str, ...]] = {
    "有限责任公司": ("registration", "seal", "invoice", "social_insurance"),
    "个体工商户": ("registration", "invoice"),
    "分公司": ("registration", "seal"),
}


class Broken(Exception):
    """The portal answers 500."""


class Services:
    def __init__(self, facts: PortalFacts, directory: Directory, routes: Routes, home: Home) -> None:
        self.facts = facts
        self.directory = directory
        self.routes = routes
        self.home = home
        self.words = routes.words
        self.pick = routes.words.pick

    def login(self, key: str) -> Page:
        """The portal's own sign-in, or under "sso" the one that applications ask for. Raises Broken."""
        if self.facts.login == "broken" and key != "sso":
            raise Broken
        return {
            "title": self.pick("login title", ("用户登录", "统一身份认证平台", "欢迎登录")),
            **self._ways(),
        }

    def apply(self, key: str) -> Page | None:
        """What the application button of an item leads to. Raises Broken."""
        step = self.directory.guides.get(key)
        if step is None or step.apply == "absent":
            return None
        if step.apply == "form":
            return self._application(step)
        if step.apply == "broken":
            return self._lost(key)
        return self._sign_in_for(step, key)

    def enquiry(self, view: str, state: Channel) -> Page | None:
        """Consultation or complaint. Raises Broken."""
        if state == "absent":
            return None
        if state == "broken":
            raise Broken
        title = self.words[view]
        if state == "app_only":
            return {"kind": "app", "title": title, "text": f"该功能请下载“{self._app}”APP办理", "qr": True}
        if state == "open":
            return {
                "kind": "form",
                "title": title,
                "sections": [self._enquiry_fields(view)],
                "send": self.words["send"],
            }
        toast = {"kind": "toast", "title": title, "text": "登录超时，请重新登录"}
        wall = {"kind": "login", "title": "用户登录", "lead": "请先登录后再进行操作", **self._ways()}
        return self.pick(f"wall/{view}", (wall, toast))

    def progress(self) -> Page | None:
        state = self.facts.status
        if state == "absent":
            return None
        title = self.words["status"]
        if state == "login":
            return {"kind": "login", "title": "用户登录", "lead": "办件查询需要登录", **self._ways()}
        sample = self.sample if state in ("stages", "state") else None
        number = self.pick("case number", ("办件编号", "申报号", "受理编号"))
        hint = f"{self.pick('sample', ('示例', '样例编号', '例如'))}：{sample}" if sample else None
        return {"kind": "progress", "title": title, "field": number, "hint": hint, "send": "查询"}

    @property
    def sample(self) -> str:
        return f"ZW20191118{self.facts.seed % 10000:04d}"

    def case(self, number: str) -> Page | None:
        """The answer about one case, or None where the portal stays silent."""
        if self.facts.status not in ("stages", "state", "asks"):
            return None
        if number != self.sample or self.facts.status == "asks":
            return {
                "text": self.pick(
                    "unknown case", ("未查询到该办件，请核对办件编号", "查无此办件信息", "没有查询到相关办件")
                )
            }
        if self.facts.status == "state":
            return {"text": self.pick("one word", ("办理中", "审批中", "已受理"))}
        return {"text": f"办件编号：{number}", "stages": [list(stage) for stage in _STAGES]}

    def topic(self) -> Page | None:
        """One page about the scenario: it names all steps, or only the first half of them."""
        if self.facts.scenario not in ("all_steps", "some_steps"):
            return None
        steps = list(self.facts.steps.values())
        named = steps if self.facts.scenario == "all_steps" else steps[: max(len(steps) // 2, 1)]
        return {
            "kind": "topic",
            "title": self.words["scenario"],
            "lead": "本专题汇集开办企业所涉及的事项，申请人可按顺序办理。",
            "entries": [self._named(step, number) for number, step in enumerate(named, start=1)],
            "hall": self.routes.entry(f"进入{self.words['hall']}", "hall"),
        }

    def wizard(self, answers: list[str]) -> Page | None:
        """The next question after `answers`, or the items that they lead to."""
        if self.facts.scenario != "wizard":
            return None
        page: Page = {
            "kind": "wizard",
            "title": self.words["scenario"],
            "next": self.pick("next", ("下一步", "继续", "确定")),
        }
        if not answers:
            return page | {"question": "您要开办的市场主体是哪一种类型？", "options": list(_BRANCHES)}
        if len(answers) == 1:
            return page | _second_question(answers[0])
        wanted = set(_BRANCHES.get(answers[0], ())) - (set() if answers[1] == "是" else {"social_insurance"})
        steps = [step for step in self.facts.steps.values() if step.step in wanted]
        return page | {
            "result": [self._named(step, number, wizard=True) for number, step in enumerate(steps, start=1)]
        }

    @property
    def _app(self) -> str:
        return f"{self.facts.name.removesuffix('市')}办"

    def _ways(self) -> Page:
        """The ways to sign in. Where the portal itself has no usable sign-in, an item still asks for a password."""
        if self.facts.login == "app_only":
            return {"text": f"请使用“{self._app}”APP扫码登录", "qr": True, "tabs": []}
        tabs = [{"title": "账号登录", **_PASSWORD}]
        if self.facts.login != "several":
            return {"tabs": [{"title": "", **_PASSWORD}]}
        tabs.append({"title": "短信登录", "fields": ["手机号码", "短信验证码"], "button": "登录"})
        scan: Page = {
            "title": "扫码登录",
            "fields": [],
            "text": f"打开“{self._app}”APP扫一扫登录",
            "qr": True,
        }
        national = "国家政务服务平台账号登录"
        return self.pick("ways", ({"tabs": [*tabs, scan]}, {"tabs": tabs, "other": national}, {"tabs": tabs}))

    def _sign_in_for(self, step: StepFacts, key: str) -> Page:
        if step.apply == "login_generic":
            return {"kind": "go", "to": self.routes.path("login", "sso")}
        back = f"{self.routes.path('login', 'sso')}?returnUrl={self.routes.path('apply', key)}"
        named = {
            "kind": "login",
            "title": "用户登录",
            "lead": f"您正在申请办理：{step.name}，请先登录",
            **self._ways(),
        }
        return self.pick("login item", (named, {"kind": "go", "to": back}))

    def _lost(self, key: str) -> Page | None:
        way = self.pick("lost application", ("error", "soft 404", "back"))
        if way == "error":
            raise Broken
        return {"kind": "go", "to": self.routes.path("guide", key)} if way == "back" else None

    def _application(self, step: StepFacts) -> Page:
        who = [
            ("企业名称", "text"),
            ("企业类型", "select"),
            ("统一社会信用代码", "text"),
            ("住所", "text"),
            ("注册资本（万元）", "text"),
        ]
        person = [
            ("法定代表人姓名", "text"),
            ("证件号码", "text"),
            ("手机号码", "text"),
            ("申请说明", "textarea"),
            ("申请材料附件", "file"),
        ]
        sections = [
            {"title": "申请单位信息", "fields": _fields(who)},
            {"title": "经办人信息", "fields": _fields(person)},
        ]
        return {"kind": "form", "title": f"{step.name}申请", "stages": ["填写信息", "上传附件", "提交申请"],
                "sections": sections, "send": self.pick("apply send", ("下一步", "提交申请", "确认提交"))}  # fmt: skip

    def _enquiry_fields(self, view: str) -> Page:
        first = [("姓名", "text"), ("手机号码", "text")]
        fields = [*first, ("咨询主题", "text"), ("咨询内容", "textarea")]
        if view == "complaint":
            fields = [*first, ("被投诉单位", "text"), ("投诉标题", "text"), ("投诉内容", "textarea")]
        if self.pick("captcha", (True, False)):
            fields.append(("验证码", "captcha"))
        return {"title": "", "fields": _fields(fields)}

    def _named(self, step: StepFacts, number: int, *, wizard: bool = False) -> Entry:
        """A step by name; a link only where that is no shorter way than the planted one."""
        far = 4 if wizard else 2
        text = {"text": step.name, "date": f"环节{'一二三四五六七八九'[number - 1]}"}
        if isinstance(step.way, int) and step.way <= far:
            return self.routes.entry(step.name, "guide", token(step.name), date=text["date"])
        return text


def _second_question(first: str) -> Page:
    if first == "个体工商户":
        return {"question": "是否需要雇用从业人员？", "options": ["是", "否"]}
    return {"question": "是否为从业人员办理参保？", "options": ["是", "否"]}


def _fields(pairs: list[tuple[str, str]]) -> list[Page]:
    return [
        {"label": label, "type": kind, "required": kind not in ("select", "file")} for label, kind in pairs
    ]
