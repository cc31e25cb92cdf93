namespace Marsad.Language.Statements;

/// <summary>What a word can be to the statement reader; lang/ar/words.tsv and speakers.tsv name these classes in lower case.</summary>
[Flags]
internal enum WordClass : long
{
    None = 0,

    /// <summary>Opens a reported clause: "that".</summary>
    That = 1L << 0,
    Relative = 1L << 1,
    Prep = 1L << 2,

    /// <summary>A preposition that can stand inside the description of a speaker ("an official in the ministry").</summary>
    Inner = 1L << 3,

    /// <summary>Begins another clause: while, but, where.</summary>
    Clause = 1L << 4,
    Time = 1L << 5,

    /// <summary>An adjective of time, which also ends a description ("the last", "the coming").</summary>
    TimeAdj = 1L << 6,
    Adverb = 1L << 7,
    Demonstrative = 1L << 8,
    Negation = 1L << 9,
    Auxiliary = 1L << 10,

    /// <summary>The occasion or carrier of speech: statement, press conference, interview.</summary>
    Venue = 1L << 11,
    Audience = 1L << 12,
    Honorific = 1L << 13,
    Quantity = 1L << 14,

    /// <summary>"saying" after another verb of speech: it only carries that verb's words.</summary>
    Connector = 1L << 15,

    /// <summary>"his words", "her expression" after "according to": closes the words of the same speaker.</summary>
    Closing = 1L << 16,
    NominalVerb = 1L << 17,

    /// <summary>A noun with a pronoun that says what the speaker feels or stands for: "his regret", "their readiness".</summary>
    Attitude = 1L << 18,
    Kinship = 1L << 19,

    /// <summary>A present tense that, without a subject, is an impersonal passive: "it is said", "it is noted".</summary>
    Unsaid = 1L << 20,

    /// <summary>Begins the newsroom's own background.</summary>
    Background = 1L << 21,

    /// <summary>"according to".</summary>
    Attribution = 1L << 22,
    Person = 1L << 23,
    Body = 1L << 24,
    Medium = 1L << 25,
    Document = 1L << 26,
    Group = 1L << 27,
    Noun = 1L << 28,
    Adjective = 1L << 29,
    Verb = 1L << 30,

    /// <summary>"which (the agency) published": what follows is the medium.</summary>
    Publish = 1L << 31,

    /// <summary>A present tense that is impersonal where no subject stands beside it: "it is expected".</summary>
    Impersonal = 1L << 32,

    /// <summary>A word that only media bear behind the first of their name: "FM", "news", "press".</summary>
    Station = 1L << 33,

    /// <summary>What is given to a medium: statement, interview, call.</summary>
    Interview = 1L << 34,

    /// <summary>"in it", "during it": points back to the speech that holds the words.</summary>
    Carrier = 1L << 35,

    /// <summary>A relation to the person named next: "the mother of so-and-so" is not so-and-so.</summary>
    Relation = 1L << 36,

    /// <summary>A calling so general that with the article it takes up whoever spoke last: "the official".</summary>
    Anaphor = 1L << 37,

    /// <summary>A text that speaks for whoever issued it: "a statement of the presidency".</summary>
    Issued = 1L << 38,

    /// <summary>Whoever collects words for a medium.</summary>
    Correspondent = 1L << 39,

    /// <summary>Makes a reason of the "that" behind it: "especially that", "except that".</summary>
    Aside = 1L << 40,

    /// <summary>"necessity": who stresses it calls for what follows.</summary>
    Obligation = 1L << 41,

    /// <summary>"(it is) expected".</summary>
    Expected = 1L << 42,

    /// <summary>What is denied behind "no": connection, truth, existence.</summary>
    Deniable = 1L << 43,

    /// <summary>"called", "known as": the name of what was described follows.</summary>
    Naming = 1L << 44,

    /// <summary>A calling that is said of something: "the supervisor of", "the official in charge of".</summary>
    Charge = 1L << 45,

    /// <summary>What is done with an occasion of speech: "(a conference that) was held", "(a speech that) he gave".</summary>
    Held = 1L << 46,

    /// <summary>Whom a programme has invited: "the guest of X".</summary>
    Guest = 1L << 47,

    /// <summary>What can head the description of a speaker.</summary>
    Speaker = Person | Body | Medium | Document | Group,

    /// <summary>What a noun phrase never runs over.</summary>
    PhraseEnd = That | Relative | Clause | Connector | Closing | Attribution | Negation | Auxiliary | Background | Adverb | Publish,
}

internal enum Gender : byte
{
    Unknown,
    Masculine,
    Feminine,
}

/// <summary>What the lexicon knows of a word.</summary>
internal readonly record struct WordEntry(WordClass Class, Gender Gender, bool Plural);
