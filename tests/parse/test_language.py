"""The language of a passage, and that a first look at it decides as a look at all of it."""

import pytest
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from dash_intel.model.span import Span
from dash_intel.parse.language import CERTAIN, SAMPLE_LENGTH, is_plainly_english, language
from dash_intel.synth import slots, text

PASSAGES = {
    "de": (
        "Der Streik der Lotsen dürfte innerhalb einer Woche enden, weil beiden Seiten das "
        "Geld ausgeht. Die Kosten tragen vor allem kleine Speditionen, deren Verträge "
        "keine Ausfälle vorsehen. Ein zweiter Ausstand im Sommer ist wahrscheinlich, "
        "falls die Hafenbehörde ihr Angebot nicht nachbessert. Über die Rolle der "
        "Reederei ist wenig bekannt; sie hat sich bisher nicht geäußert. Die Regierung "
        "sollte den nördlichen Liegeplatz für Tanker öffnen und täglich Zahlen zum "
        "Treibstoff veröffentlichen."
    ),
    "fr": (
        "La grève des pilotes devrait prendre fin d'ici une semaine, car les deux camps "
        "manquent d'argent. Le coût retombe surtout sur les petits transporteurs, dont "
        "les contrats ne prévoient pas d'interruption. Une seconde grève en été est "
        "probable si l'autorité portuaire n'améliore pas son offre. On sait peu de choses "
        "sur le rôle de l'armateur, qui ne s'est pas encore exprimé. Le gouvernement "
        "devrait ouvrir le poste nord aux pétroliers et publier chaque jour l'état des "
        "stocks."
    ),
    "es": (
        "Es probable que la huelga de los prácticos termine en una semana, porque a ambas "
        "partes se les acaba el dinero. El coste recae sobre todo en los pequeños "
        "transportistas, cuyos contratos no prevén interrupciones. Una segunda huelga en "
        "verano es probable si la autoridad portuaria no mejora su oferta. Se sabe poco "
        "del papel de la naviera, que hasta ahora no se ha pronunciado. El gobierno "
        "debería abrir el muelle norte a los petroleros."
    ),
    "it": (
        "Lo sciopero dei piloti finirà probabilmente entro una settimana, perché a "
        "entrambe le parti mancano i soldi. Il costo ricade soprattutto sui piccoli "
        "trasportatori, i cui contratti non prevedono interruzioni. Un secondo sciopero "
        "in estate è probabile se l'autorità portuale non migliora la sua offerta. Del "
        "ruolo dell'armatore si sa poco; finora non si è espresso. Il governo dovrebbe "
        "aprire la banchina nord alle petroliere."
    ),
    "pt": (
        "A greve dos pilotos deve terminar dentro de uma semana, porque falta dinheiro "
        "aos dois lados. O custo recai sobretudo sobre os pequenos transportadores, cujos "
        "contratos não preveem interrupções. Uma segunda greve no verão é provável se a "
        "autoridade portuária não melhorar a sua oferta. Sabe-se pouco sobre o papel do "
        "armador, que ainda não se pronunciou."
    ),
    "nl": (
        "De staking van de loodsen zal waarschijnlijk binnen een week eindigen, omdat "
        "beide partijen geen geld meer hebben. De kosten komen vooral terecht bij kleine "
        "vervoerders, van wie de contracten geen onderbreking voorzien. Een tweede "
        "staking in de zomer is waarschijnlijk als het havenbedrijf zijn aanbod niet "
        "verbetert. Over de rol van de rederij is weinig bekend."
    ),
    "pl": (
        "Strajk pilotów zapewne zakończy się w ciągu tygodnia, ponieważ obu stronom "
        "brakuje pieniędzy. Koszty ponoszą przede wszystkim mali przewoźnicy, których "
        "umowy nie przewidują przestojów. Drugi strajk latem jest prawdopodobny, jeżeli "
        "zarząd portu nie poprawi swojej oferty. Niewiele wiadomo o roli armatora, który "
        "dotąd się nie wypowiedział."
    ),
    "ru": (
        "Забастовка лоцманов, вероятно, закончится в течение недели, потому что у обеих "
        "сторон заканчиваются деньги. Расходы ложатся прежде всего на мелких "
        "перевозчиков, договоры которых не предусматривают простоев. Вторая забастовка "
        "летом вероятна, если управление порта не улучшит своё предложение. О роли "
        "судовладельца известно мало."
    ),
    "uk": (
        "Страйк лоцманів, імовірно, закінчиться протягом тижня, бо в обох сторін "
        "закінчуються гроші. Витрати лягають передусім на дрібних перевізників, договори "
        "яких не передбачають простоїв. Другий страйк улітку ймовірний, якщо "
        "адміністрація порту не поліпшить свою пропозицію. Про роль судновласника відомо "
        "мало."
    ),
    "ar": (
        "من المرجح أن ينتهي إضراب المرشدين البحريين خلال أسبوع لأن المال ينفد لدى "
        "الطرفين. وتقع التكلفة قبل كل شيء على شركات النقل الصغيرة التي لا تنص عقودها على "
        "التوقف. ومن المحتمل أن يقع إضراب ثان في الصيف إذا لم تحسن سلطة الميناء عرضها. "
        "ولا يعرف إلا القليل عن دور مالك السفن الذي لم يتكلم حتى الآن."
    ),
    "fa": (
        "اعتصاب راهنمایان کشتی احتمالاً ظرف یک هفته پایان می‌یابد، زیرا پول هر دو طرف رو "
        "به پایان است. هزینه بیش از همه بر دوش شرکت‌های کوچک حمل و نقل است که "
        "قراردادهایشان توقف را پیش‌بینی نمی‌کند. اگر اداره بندر پیشنهاد خود را بهتر نکند، "
        "اعتصاب دوم در تابستان محتمل است."
    ),
    "tr": (
        "Kılavuz kaptanların grevi büyük olasılıkla bir hafta içinde sona erecek, çünkü "
        "iki tarafın da parası tükeniyor. Maliyet en çok, sözleşmeleri kesinti öngörmeyen "
        "küçük nakliyecilerin üzerine kalıyor. Liman idaresi teklifini iyileştirmezse "
        "yazın ikinci bir grev olasıdır. Armatörün rolü hakkında çok az şey biliniyor."
    ),
    "zh": (
        "引航员的罢工很可能在一周内结束，因为双方的资金都快用完了。费用主要由小型运输公司"
        "承担，它们的合同没有规定停运的情况。如果港务局不改善其报价，夏天可能会发生第二次"
        "罢工。关于船东的作用人们知之甚少，他至今没有表态。政府应当向油轮开放北部泊位，并"
        "每天公布燃料数据。"
    ),
    "ro": (
        "Greva piloților se va încheia probabil în decurs de o săptămână, deoarece ambele "
        "părți rămân fără bani. Costul cade mai ales pe micii transportatori, ale căror "
        "contracte nu prevăd întreruperi. O a doua grevă în vară este probabilă dacă "
        "autoritatea portuară nu își îmbunătățește oferta."
    ),
    "sv": (
        "Lotsarnas strejk tar sannolikt slut inom en vecka, eftersom pengarna tryter för "
        "båda sidor. Kostnaden faller främst på små åkerier vars avtal inte förutser "
        "avbrott. En andra strejk i sommar är sannolik om hamnmyndigheten inte förbättrar "
        "sitt bud. Om rederiets roll är föga känt."
    ),
    "en": (
        "The strike of the pilots will probably end within a week because both sides are "
        "running out of money. The cost falls above all on small hauliers whose contracts "
        "foresee no interruption. A second strike in summer is likely unless the port "
        "authority improves its offer. Little is known of the part played by the owner, "
        "who has not spoken so far."
    ),
}
"""One report's beginning in many languages."""


@pytest.fixture(scope="module")
def model() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


@pytest.mark.parametrize("code", PASSAGES)
def test_each_language_is_recognised(code):
    assert language(PASSAGES[code], Span(0, len(PASSAGES[code]))) == code


@pytest.mark.parametrize("code", PASSAGES)
def test_a_first_look_decides_as_a_look_at_all_of_it(code, model):
    passage = PASSAGES[code]
    for start in range(0, len(passage) - 200, 40):
        assert language(passage, Span(start, len(passage))) == _by_all(model, passage[start:])


def test_a_first_look_decides_as_a_look_at_all_of_a_report(model):
    for slot in slots(200, 31):
        told = text(slot, 31)
        assert language(told, Span(0, len(told))) == _by_all(model, told)


@pytest.mark.parametrize("code", PASSAGES)
def test_small_words_tell_english_from_every_other_language(code):
    assert is_plainly_english(PASSAGES[code]) == (code == "en")


def test_what_small_words_call_english_the_model_does_too(model):
    for slot in slots(300, 32):
        passage = text(slot, 32)[400:][:SAMPLE_LENGTH]
        if is_plainly_english(passage):
            assert _by_all(model, passage) == "en"


def test_an_english_title_in_another_language_is_not_plainly_english():
    quoted = "“The State of the World and What It Is to Be in It”"
    assert not is_plainly_english(f"{quoted} {PASSAGES['pl']}")
    assert not is_plainly_english(f"{quoted} {PASSAGES['ru']}")
    assert not is_plainly_english(f"{quoted} {PASSAGES['nl']}")


def test_few_letters_have_no_language():
    assert language("Calm seas – 港口 – 12.5 %", Span(0, 24)) is None


def _by_all(model: LanguageIdentifier, passage: str) -> str | None:
    code, probability = model.classify(passage[:SAMPLE_LENGTH])
    return code if probability >= CERTAIN else None
