using Marsad.Language.Text;

namespace Marsad.Language.Statements;

/// <summary>How the words of a statement were opened, from the surest to the least sure.</summary>
internal enum Opener : byte
{
    That,
    Quote,
    Colon,
    Preposition,
    Attribution,
    Object,
    Bare,
}

/// <summary>How its speaker was found at this place.</summary>
internal enum SpeakerSource : byte
{
    /// <summary>Named behind the cue.</summary>
    Behind,

    /// <summary>Named before the cue.</summary>
    Before,

    /// <summary>Hidden in the verb.</summary>
    Elided,

    /// <summary>A participle: whoever speaks in the clause that it hangs on.</summary>
    Circumstance,
}

/// <summary>A statement while it is being read: what is known of it grows from reader to reader.</summary>
internal sealed class Draft(CueForm form, int cue, Span cueSpan)
{
    public CueForm Form { get; } = form;

    public int Cue { get; } = cue;

    public Span CueSpan { get; set; } = cueSpan;

    /// <summary>The token where the words before end if this statement stands beside them, not inside them.</summary>
    public int LeftEdge { get; set; } = cue;

    /// <summary>The cue carries a conjunction, so it goes on with what went before.</summary>
    public bool And { get; init; }

    /// <summary>The token of the "saying" that carries the words of this cue; -1 for none.</summary>
    public int Connector { get; set; } = -1;

    /// <summary>"a speech in which he said": the noun before the cue is what he says it in, not who says it.</summary>
    public bool HasCarrier { get; init; }

    /// <summary>A verbal noun cues it ("his confession that"): it stands inside the clause around it.</summary>
    public bool IsNoun { get; init; }

    /// <summary>The "that" carries a pronoun, which stands for somebody named before.</summary>
    public bool ThatHasPronoun { get; set; }

    /// <summary>The token behind an attribution that stands between cue and words and is no statement of its own; 0 for none.</summary>
    public int Passed { get; set; }

    public int Sentence { get; init; }

    public int SentenceFirst { get; init; }

    public int SentenceEnd { get; set; }

    public StatementType Type { get; set; }

    public Phrase? Subject { get; set; }

    public Phrase? Apposition { get; set; }

    public Phrase? Via { get; set; }

    public Phrase? Addressee { get; set; }

    public SpeakerSource Source { get; set; }

    public Opener Opener { get; set; }

    /// <summary>The first token of the content.</summary>
    public int First { get; set; }

    /// <summary>Where the content starts in the text; inside <see cref="First"/> where a preposition is attached to it.</summary>
    public int Start { get; set; }

    /// <summary>The token behind the content.</summary>
    public int End { get; set; }

    public StatementKind Kind { get; set; }

    public bool IsAttribution { get; init; }

    /// <summary>"So-and-so made that clear": its words are the newsroom's before it, but it says who speaks in what follows.</summary>
    public bool IsSilent { get; set; }

    /// <summary>The cue stands inside a quotation or the content of another statement.</summary>
    public Draft? Within { get; set; }

    public Speaker? Speaker { get; set; }

    /// <summary>How likely the speaker is right, in [0, 1].</summary>
    public double Trust { get; set; }
}
