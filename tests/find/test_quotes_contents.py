"""Where a content begins and ends: five variants of each kind of construction that was once cut, and who said it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from quoted import attributed

from clusterdoc.prose import read_prose

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc

# text ("¶" is a paragraph break), and "content <- speaker" of each quote, "?" for a speaker that is not known
KINDS: Final[dict[str, list[tuple[str, list[str]]]]] = {
    "A passive without an agent says it without a speaker": [
        ("It was alleged that Lena Ott took bribes.", ["that Lena Ott took bribes <- ?"]),
        ("It has been claimed that the bridge was unsafe.", ["that the bridge was unsafe <- ?"]),
        ("It was announced on Monday that the school would close.", ["that the school would close <- ?"]),
        ("He was told that his pass had expired.", ["that his pass had expired <- ?"]),
        ("Residents were told to boil water.", ["to boil water <- ?"]),
        ("Bo Dahl was warned that the dam could fail.", ["that the dam could fail <- ?"]),
        ("The man was reported to have fled.", ["The man … to have fled <- ?"]),
        ("The plan was said to be dead.", ["The plan … to be dead <- ?"]),
        ("Sales are expected to fall.", []),
        ("The firm was thought to be safe.", []),
        ("Lena Ott said she was told to leave.", ["she was told to leave <- Lena Ott"]),
    ],
    "A content whose subject the parse cut off takes it back": [
        (
            "The Kerr team has said single people and families - old, young, rich and poor - would gain from it.",
            ["single people and families - old, young, rich and poor - would gain from it <- The Kerr team"],
        ),
        (
            "This sort of opining, Ott claimed, violates the code of practice.",
            ["This sort of opining … violates the code of practice <- Ott"],
        ),
        (
            "The difference now, Dahl told me, is that the town is broke.",
            ["The difference now … is that the town is broke <- Dahl"],
        ),
        (
            "The contrast with Leeds, Kerr and others said, would be clear.",
            ["The contrast with Leeds … would be clear <- Kerr and others"],
        ),
        (
            "Freeing the captain, he promised, was one of his first aims.",
            ["Freeing the captain … was one of his first aims <- ?"],
        ),
        (
            "The council announced the new ward, to be called Old Dock, would be open from May.",
            ["the new ward, to be called Old Dock, would be open from May <- The council"],
        ),
    ],
    "An aside with words before it that say to what end or how": [
        (
            "To know the old town, Mayor Kerr said, one should see this museum.",
            ["To know the old town … one should see this museum <- Kerr"],
        ),
        (
            "With no rain in sight, the agency warned, crops could fail.",
            ["With no rain in sight … crops could fail <- the agency"],
        ),
        ("In the long run, Dahl argued, rents would fall.", ["In the long run … rents would fall <- Dahl"]),
        (
            "To win the seat, the party said, it would need a better name.",
            ["To win the seat … it would need a better name <- the party"],
        ),
        (
            "For most families, the union said, the offer is an insult.",
            ["For most families … the offer is an insult <- the union"],
        ),
    ],
    "What goes on behind an aside": [
        (
            "He has come up with a model, he said, for how the town can keep its mine.",
            ["He has come up with a model … for how the town can keep its mine <- ?"],
        ),
        ("Sales were up, the firm said, despite the strike.", ["Sales were up … despite the strike <- the firm"]),
        (
            "He is leaning toward Kerr, Dahl said, because he prizes luck.",
            ["He is leaning toward Kerr … because he prizes luck <- Dahl"],
        ),
        (
            "The road will stay shut, the council said, until the wall is safe.",
            ["The road will stay shut … until the wall is safe <- the council"],
        ),
        ("The bridge is safe, Ott said, even in a storm.", ["The bridge is safe … even in a storm <- Ott"]),
    ],
    "An aside with a hearer": [
        (
            "And, Bo Kerr tells the crowd, he has been known to be “harsh” in his home town.",
            ["he has been known to be “harsh” in his home town <- Bo Kerr"],
        ),
        ("The rents, Lena Ott told the crowd, will fall.", ["The rents … will fall <- Lena Ott"]),
        ("The mine, Dahl told reporters, was safe.", ["The mine … was safe <- Dahl"]),
        ("The plan, he told me, is a gift.", ["The plan … is a gift <- ?"]),
        ("Stocks were low, Aldi ordered extra milk, and the shop was full.", []),
    ],
    "What a speaker sets behind a dash": [
        (
            "Tom Kerr said the deal had played to his advantage - helping start his plan to sell coal.",
            ["the deal had played to his advantage - helping start his plan to sell coal <- Tom Kerr"],
        ),
        (
            "Ott said she was standing on truth - hard ideals that could be lost.",
            ["she was standing on truth - hard ideals that could be lost <- Ott"],
        ),
        (
            "Kerr said Dahl was ill — something a nurse also told the police.",
            ["Dahl was ill — something a nurse also told the police <- Kerr"],
        ),
        (
            "The study found that most are short of iron - which can slow growth.",
            ["that most are short of iron - which can slow growth <- The study"],
        ),
        (
            "About one in five say they would not vote — or even consider a third party.",
            ["they would not vote — or even consider a third party <- About one in five"],
        ),
        ("Dahl fears cuts — a plan of May.", []),
        ("Kerr said the town was broke — the third in a year.", ["the town was broke <- Kerr"]),
        ("Ott said the union was unfair — while his own aides have left.", ["the union was unfair <- Ott"]),
    ],
    "Where it is from, behind marks": [
        (
            'Lena Ott called the plan a "disgrace," according to the Daily Post.',
            ['Lena Ott called the plan a "disgrace," <- Daily Post', 'the plan a "disgrace," <- Lena Ott'],
        ),
        (
            'Bo Dahl described the deal as "a joke", according to Tom Kerr.',
            ['Bo Dahl described the deal as "a joke" <- Tom Kerr', 'the deal as "a joke" <- Bo Dahl'],
        ),
        (
            'Amy Ruiz said the vote was "a farce," according to court papers.',
            ['Amy Ruiz said the vote was "a farce," <- court papers', 'the vote was "a farce," <- Amy Ruiz'],
        ),
    ],
    "A denied saying joined to another is none of what was said": [
        (
            "He said that he would offer “a prayer” for the mayor but did not suggest it would be Kerr.",
            ["that he would offer “a prayer” for the mayor <- ?"],
        ),
        (
            "Lena Ott said it had lost money but did not say that it would close.",
            ["it had lost money <- Lena Ott"],
        ),
        ("Bo Dahl told the court he was at home but did not claim that he was alone.", ["he was at home <- Bo Dahl"]),
        ("The bank said it would wait but did not promise that they would fall.", ["it would wait <- The bank"]),
        (
            "The union said the strike was over but did not admit that it had lost.",
            ["the strike was over <- The union"],
        ),
        (
            "The paper said that the prince had paid but did not say that he was sorry.",
            ["that the prince had paid but did not say that he was sorry <- The paper"],
        ),
    ],
    "What follows a question is the writer's": [
        (
            "The paper asked several times whether Kerr had left, but the campaign refused to answer.",
            ["whether Kerr had left <- The paper"],
        ),
        ("Lena Ott asked if the plan was dead, and the mayor nodded.", ["if the plan was dead <- Lena Ott"]),
        (
            "Reporters asked whether rents would fall, but the minister left the room.",
            ["whether rents would fall <- Reporters"],
        ),
        ("Tom Ruiz asked why the bridge was shut, and the clerk shrugged.", ["why the bridge was shut <- Tom Ruiz"]),
        ("Dahl asked if he could go, but the judge said no.", ["if he could go <- Dahl", "no <- the judge"]),
    ],
    'A clause with "would" goes on behind marks': [
        (
            'He said Kerr has been "a vital part of my crew," and the party would need his help.',
            ['Kerr has been "a vital part of my crew," and the party would need his help <- ?'],
        ),
        (
            'Lena Ott said the offer was "a gift," and the town would take it.',
            ['the offer was "a gift," and the town would take it <- Lena Ott'],
        ),
        (
            'Bo Dahl said it was "a bad year," but the firm would not close.',
            ['it was "a bad year," but the firm would not close <- Bo Dahl'],
        ),
    ],
    "An object and the clause behind it": [
        (
            "It also mentions plans she backed that Kerr says would fail.",
            ["plans she backed that Kerr says would fail <- ?", "would fail <- Kerr"],
        ),
        (
            "The bank discloses the number of requests it has had for loans, how it deals with them, and why.",
            ["the number of requests it has had for loans, how it deals with them, and why <- The bank"],
        ),
        ("The club denied all claims that the coach had left.", ["all claims that the coach had left <- The club"]),
        (
            "Bo Dahl repeated a false claim that he had opposed the mine.",
            ["a false claim that he had opposed the mine <- Bo Dahl"],
        ),
        (
            "Lena Ott noted the long delay in the sale that Kerr says was his fault.",
            ["the long delay in the sale <- Lena Ott", "was his fault <- Kerr"],
        ),
    ],
    "What is described": [
        ("Tom Kerr described what happens on a video of the row.", ["what happens on a video of the row <- Tom Kerr"]),
        ("Lena Ott described how the boat sank.", ["how the boat sank <- Lena Ott"]),
        ("The report describes why the wall fell.", ["why the wall fell <- The report"]),
    ],
    "A sentence that a clause of saying breaks off": [
        (
            "Two sailors were slightly hurt, the coast guard said, when one of them slipped on cod.",
            ["Two sailors were slightly hurt … when one of them slipped on cod <- the coast guard"],
        ),
        (
            "The road was shut, Ott said, after a wall fell on it.",
            ["The road was shut … after a wall fell on it <- Ott"],
        ),
        (
            "Prices will not, the bank said on Friday, come down before June.",
            ["Prices will not … come down before June <- the bank"],
        ),
        (
            "The minister would not, his office said, meet the union.",
            ["The minister would not … meet the union <- his office"],
        ),
        ("What we need, Rao told the meeting, is more beds.", ["What we need … is more beds <- Rao"]),
        ("What hurts most, Ott told the court, is the silence.", ["What hurts most … is the silence <- Ott"]),
    ],
    "A cleft sentence with a hearer": [
        (
            "It was the rain, Moss told the radio, that stopped the fire.",
            ["It was the rain … that stopped the fire <- Moss"],
        ),
        (
            "It is the parents, Rao told the council, that pay the price.",
            ["It is the parents … that pay the price <- Rao"],
        ),
        ("It was luck, Dahl told the crowd, that saved the ship.", ["It was luck … that saved the ship <- Dahl"]),
    ],
    "What others do when they hear it": [
        ("Ott said she was sorry, but the crowd booed.", ["she was sorry <- Ott"]),
        ("Kerr said the tax was dead, and lawmakers cheered.", ["the tax was dead <- Kerr"]),
        ("Dahl said he would stay, and the players applauded.", ["he would stay <- Dahl"]),
        ("The firm said profits fell, and its shares dropped 4%.", ["profits fell <- The firm"]),
        ("The bank said rates would rise, and stocks tumbled.", ["rates would rise <- The bank"]),
    ],
    'A second cue behind "before"': [
        (
            "Bo Dahl said he would run before joking that he was too fat.",
            ["he would run <- Bo Dahl", "that he was too fat <- Bo Dahl"],
        ),
        (
            "Lena Ott said she was sorry before adding that the town was to blame.",
            ["she was sorry <- Lena Ott", "that the town was to blame <- Lena Ott"],
        ),
        (
            "Tom Kerr said it was late before noting that the bus had gone.",
            ["it was late <- Tom Kerr", "that the bus had gone <- Tom Kerr"],
        ),
    ],
    "Cues in a row": [
        (
            'He called the court "a cloud with a gavel", then said that he took it back.',
            ['the court "a cloud with a gavel" <- ?', "that he took it back <- ?"],
        ),
        (
            'Lena Ott called the plan "theft", and later said that she was sorry.',
            ['the plan "theft" <- Lena Ott', "that she was sorry <- Lena Ott"],
        ),
    ],
    "Several words that hear it": [
        ("Ott told BBC News voters were tired.", ["voters were tired <- Ott"]),
        ("Kerr told Radio Leeds jobs would go.", ["jobs would go <- Kerr"]),
        ("Rao told Sky News patients had waited for days.", ["patients had waited for days <- Rao"]),
    ],
    "A time of day ends a content": [
        (
            "Police said the shop was robbed at 4 a.m. The owner was unhurt.",
            ["the shop was robbed at 4 a.m. <- Police"],
        ),
        ("Kerr said the boat left at 6 p.m. It was dark.", ["the boat left at 6 p.m. <- Kerr"]),
    ],
    "Marks in a name are none of what is said": [
        (
            '"Trees do not vote, so she counts them again," Green spokesman Leif "Red" Olsen said.',
            ['"Trees do not vote, so she counts them again," <- Leif "Red" Olsen'],
        ),
        ('"We lost," coach Bo "Ace" Kerr said.', ['"We lost," <- Bo "Ace" Kerr']),
    ],
    "Who is described by whom": [
        (
            'The flood was described as "a once in a century event" by the mayor.',
            ['The flood … as "a once in a century event" <- the mayor'],
        ),
        ('The plan was described as "a stunt" by Kerr.', ['The plan … as "a stunt" <- Kerr']),
    ],
    "A gesture alone behind a whole sentence": [
        ('"It is what it is." Ruiz shrugged.', ['"It is what it is." <- Ruiz']),
        ('"We will be back." Lena Ott nodded.', ['"We will be back." <- Lena Ott']),
        ('"I have no money." The boy shrugged.', ['"I have no money." <- The boy']),
    ],
    "A relative clause of saying is no aside": [
        ("Professor Ana Tandon of Oran University, who advised both, said they agreed.", ["they agreed <- Ana Tandon"]),
        ("Bo Dahl, who warned the mayor, left in May.", []),
    ],
    "No speech": [
        ("She said she had called her son Gerrit.", ["she had called her son Gerrit <- ?"]),
        ("His client would plead not guilty, Sykes said.", ["His client would plead not guilty <- Sykes"]),
        ("BRANDT'S DIARY IN HIS OWN WORDS¶It rained.", []),
        (
            'Heron\'s director said lawyers had read the book twice: "They read it once for the law and once for fun."',
            [
                "lawyers had read the book twice <- Heron's director",
                '"They read it once for the law and once for fun." <- Heron\'s director',
            ],
        ),
    ],
    "A text that a colon introduces": [
        (
            'The secretary, Ruth Amis, has today made the following statement:¶"We will not pay."¶"The plan is dead."',
            ['"We will not pay." … "The plan is dead." <- Ruth Amis'],
        ),
        ('The club\'s owner, Bo Dahl, issued this statement:¶"We are sorry."', ['"We are sorry." <- Bo Dahl']),
        ('Mayor Lena Ott released a statement:¶"The bridge is safe."', ['"The bridge is safe." <- Lena Ott']),
    ],
    "A headline with its source behind a colon": [
        ('Moss "stole from the dead": prosecutor', ['Moss "stole from the dead" <- prosecutor']),
        ("Two held after fire: police", ["Two held after fire <- police"]),
    ],
    "Words of saying that were not known": [
        ("She highlighted that there were other parks nearby.", ["that there were other parks nearby <- ?"]),
        ("Acme projected a 7 percent rise in sales.", ["a 7 percent rise in sales <- Acme"]),
        ("The bank projected a loss of $2m for May.", ["a loss of $2m for May <- The bank"]),
    ],
    "No speech here either": [
        ("The study identifies a new pathway by which diet harms the heart.", []),
        ("He was pleased with Thursday's announcement that it will not pay.", []),
        (
            'During the "special notice" debate, Mr Kerr said while much had been done there was still some doubt.',
            ["while much had been done there was still some doubt <- Kerr"],
        ),
    ],
    "A colon before an aside": [
        (
            "Researchers from Yale are offering up an answer: Before birth, they say, mammals dream about the world.",
            ["Before birth … mammals dream about the world <- Researchers from Yale"],
        ),
        ("There is one plan: tolls, the council said, will go.", ["tolls … will go <- the council"]),
        ("There is one hope: rain, the council said, may come.", ["rain … may come <- the council"]),
    ],
    "Whose label it is": [
        (
            'Quoting Steve Kerr after 41-20 win over Tolva: "Games are hard. We had luck today."',
            ['"Games are hard. We had luck today." <- Quoting Steve Kerr'],
        ),
        (
            "Bo Stone on defeating his brother, Mark: \"It's a rotten place to be. I just don't like it.\"",
            ["\"It's a rotten place to be. I just don't like it.\" <- Bo Stone"],
        ),
        (
            'Lena Ott after the vote in Leeds: "We will be back. I am not tired."',
            ['"We will be back. I am not tired." <- Lena Ott'],
        ),
    ],
    'Who was told, without "that"': [
        (
            "The jury was told Kerr was an alcoholic, had lost his job and had no home.",
            ["Kerr was an alcoholic, had lost his job and had no home <- ?"],
        ),
        (
            "His father had died about 13 years before, the court was told.",
            ["His father had died about 13 years before <- ?"],
        ),
        ("Voters were told taxes would fall.", ["taxes would fall <- ?"]),
        ("The road was safe, residents were told.", ["The road was safe <- ?"]),
        ("The inquest was told the driver was asleep.", ["the driver was asleep <- ?"]),
    ],
    "A gerund behind a comma is what came of it, not what is said": [
        (
            'Ott is promising to build "a big park" with a "new feel," leaving the town excited about the summer.',
            ['to build "a big park" with a "new feel," <- Ott'],
        ),
        ("Dahl promised to cut rents, leaving his friends with nothing.", ["to cut rents <- Dahl"]),
        ("Dahl denied taking the money.", ["taking the money <- Dahl"]),
    ],
    "Words in marks are followed by where they were said": [
        ('Bo Kerr called Lena Ott a "clown" on his radio show.', ['Lena Ott a "clown" <- Bo Kerr']),
        ('Bo Kerr called the system "rigged" in a tweet on Tuesday.', ['the system "rigged" <- Bo Kerr']),
        ('Lena Ott branded the vote "a sad farce" in an interview.', ['the vote "a sad farce" <- Lena Ott']),
        ('Lena Ott called the plan "a bad joke" at a rally.', ['the plan "a bad joke" <- Lena Ott']),
        ('The crowd chanted "no rent, no peace" after the mayor left.', ['"no rent, no peace" <- The crowd']),
        ('The crowd chanted "out, out" as Kerr left the hall.', ['"out, out" <- The crowd']),
        ('Ott called it "a burden" on the poor of the town.', ['it "a burden" on the poor of the town <- Ott']),
    ],
    "Called on and called for give what is asked, not what is called": [
        (
            "The senator called on President Dahl to act against the bank.",
            ["President Dahl to act against the bank <- The senator"],
        ),
        ("Lena Ott called for pay to be cut.", ["pay to be cut <- Lena Ott"]),
        (
            'Ott called on police to release the video "for the good of all" and called on people to stay calm.',
            ['police to release the video "for the good of all" <- Ott', "people to stay calm <- Ott"],
        ),
        ("Lena Ott called the levy on rents a tax on luck.", ["the levy on rents a tax on luck <- Lena Ott"]),
        ('The rules let the chair call a "special meeting" to vote.', []),
        ("Lena Ott called an election last year.", []),
    ],
    "As somebody put it is said of the clause, or of the marks that follow": [
        (
            'Members share the view, in part because the plan needs a "lawful source of cash," as a city memo put it.',
            ['the plan needs a "lawful source of cash," <- a city memo'],
        ),
        (
            'His degree has not saved him from being seen, as Lena Ott put it in a report, "as a quack."',
            ['"as a quack." <- Lena Ott'],
        ),
        ('The team lost, as Lena Ott put it, "to a cloud."', ['"to a cloud." <- Lena Ott']),
        ("The team was lucky, as Lena Ott put it.", ["The team was lucky <- Lena Ott"]),
        ('The new rules may make it hard to put on a show of being "strong" like Dahl.', []),
    ],
    "Words in marks belong to the clause that holds them, not to one that has a content of its own": [
        (
            'Even as Kerr claimed on Tuesday that "Dahl got in trouble for less," a judge said the cases differed.',
            ['that "Dahl got in trouble for less," <- Kerr', "the cases differed <- a judge"],
        ),
        (
            'While Bo Kerr said that "Nobody has to pay," Lena Ott warned that rents would rise.',
            ['that "Nobody has to pay," <- Bo Kerr', "that rents would rise <- Lena Ott"],
        ),
        (
            'On Friday, Bo Kerr, the man in charge of "Today," reminded his staff that time was short.',
            ["that time was short <- Bo Kerr"],
        ),
        ('To top it off, "Cold Sea," a film about the docks directed by Bo Kerr, opens this week.', []),
        (
            'Dahl said: "It took all." Kerr announced a ban.',
            ['"It took all." <- Dahl', "a ban <- Kerr"],
        ),
        ('"Our team" member Bo Kerr said "has made a lamp."', ['"Our team" … "has made a lamp." <- Bo Kerr']),
    ],
    "What a court hears has no speaker": [
        ("The court heard that Dahl had stolen the car.", ["that Dahl had stolen the car <- ?"]),
        ("The jury heard how Dahl had stolen the car.", ["how Dahl had stolen the car <- ?"]),
        ("The inquest heard Ms Ott had been ill for weeks.", ["Ms Ott had been ill for weeks <- ?"]),
        ('Ott was "a danger to boys", an inquiry heard.', ['Ott was "a danger to boys" <- ?']),
        ("The neighbours heard that Dahl had stolen the car.", []),
    ],
    "A call, figures reported and stock ordered are no speech": [
        ("Lena Ott called his sister and told her that the house was sold.", ["that the house was sold <- Lena Ott"]),
        ("Lena Ott called both candidates on Friday.", []),
        ('Bo Kerr called his sister "a saint" and left.', ['his sister "a saint" <- Bo Kerr']),
        ("The bank reported revenue of $4bn.", ["revenue of $4bn <- The bank"]),
        ("The bank reported higher revenue.", []),
        ("Shares fell on Friday, as airlines reported weak demand.", []),
        ("The bank reported a loss of $4bn.", ["a loss of $4bn <- The bank"]),
        ("The ministry confirmed over £200m in funding.", ["over £200m in funding <- The ministry"]),
        ("Ott announced she would drop her bid, before changing her mind.", ["she would drop her bid <- Ott"]),
    ],
    "An object with what is said of it": [
        (
            "Ott recalled Mr. Dahl talking about rents in the kitchen.",
            ["Mr. Dahl talking about rents in the kitchen <- Ott"],
        ),
        ("Bo Dahl praised the crew in a speech for saving the town.", ["the crew … for saving the town <- Bo Dahl"]),
        (
            "The dead sailor was identified as Bo Kerr by a Coast Guard spokesman.",
            ["The dead sailor … as Bo Kerr <- a Coast Guard spokesman"],
        ),
        (
            "Bo Dahl, a surgeon, has been called a quack by other doctors.",
            ["Bo Dahl, a surgeon … a quack <- other doctors"],
        ),
    ],
    "The clause before an aside with which marks go on": [
        ('If rents fall, Ott said, "we are done."', ['If rents fall … "we are done." <- Ott']),
        ('When you look at it, Ott said, "we lost."', ['When you look at it … "we lost." <- Ott']),
        ('When they met, Ott said, "we were stunned."', ['"we were stunned." <- Ott']),
        ('Asked about it, Ott said, "nobody came."', ['"nobody came." <- Ott']),
    ],
    "A headline that ends in its cue and its source, and a verb with back": [
        ("Rents set to soar, warns agency", ["Rents set to soar <- agency"]),
        ("Bank to cut 300 jobs, claims union¶It rained.", ["Bank to cut 300 jobs <- union"]),
        ("Rents up, shops down", []),
        ('Kerr shot back, "You were not there."', ['"You were not there." <- Kerr']),
        ("The clerk hit back that nobody came.", ["that nobody came <- The clerk"]),
        ("The clerk hit the desk.", []),
    ],
    "A statement with more words before its colon": [
        (
            'Mayor Lena Ott issued the following statement after the vote on May 4:¶"I am glad it is fair."',
            ['"I am glad it is fair." <- Lena Ott'],
        ),
        ('The club issued a statement on Monday:¶"We are sorry."', ['"We are sorry." <- The club']),
    ],
}
ROWS: Final = [row for rows in KINDS.values() for row in rows]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[text[:70] for text, _ in ROWS])
def test_a_content_is_whole(text: str, expected: list[str], parse: Callable[[str], Doc]) -> None:
    assert attributed(parse(read_prose(text.replace("¶", "\n\n")).text)) == expected
