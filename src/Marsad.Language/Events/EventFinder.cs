using Marsad.Language.Statements;
using Marsad.Language.Tokens;

namespace Marsad.Language.Events;

/// <summary>
/// Finds who did what to whom. A first engine, made for what the watches of this release ask: violations of rights, seizure of institutions,
/// protest and its suppression. It codes an act only where actor or recipient can be told.
/// </summary>
internal sealed class EventFinder(Reading reading, IReadOnlyList<Name> names, IReadOnlyList<Statement> statements, IReadOnlyList<Figure> figures, IReadOnlyList<TimeExpression> times)
{
    private const int FarthestPlace = 18;
    private const int MostEvents = 400;

    private readonly Words _words = reading.Words;
    private int _object = -1; // the object that made the last verb an act, and is none of its own
    private readonly ContentIndex _contents = new(statements);

    public static IReadOnlyList<Event> Find(Reading reading, IReadOnlyList<Name> names, IReadOnlyList<Statement> statements, IReadOnlyList<Figure> figures, IReadOnlyList<TimeExpression> times) =>
        new EventFinder(reading, names, statements, figures, times).Find();

    private List<Event> Find()
    {
        var events = new List<Event>();
        foreach (var sentence in _words.Document.Sentences)
            for (var token = sentence.First; token < sentence.End && events.Count < MostEvents; token++)
                if (token != _object && ActAt(token) is { } form && Read(token, sentence, form, events.Count + 1) is { } found) events.Add(found);
        return events;
    }

    private ActForm? ActAt(int token)
    {
        var word = _words[token];
        if (word.Kind != TokenKind.Word || word.IsName) return null;
        if (!Clitics.TryFind(EventLexicon.Words, _words.Folded(token), out var stem, out var form) || stem.Enclitic > 2) return null;
        if (form.IsVerb && ((stem.Proclitics & (Proclitics.Article | Proclitics.Preposition)) != 0 || token > 0 && _words[token - 1].Is(WordClass.Prep))) return null;
        return form;
    }

    private Event? Read(int token, Sentence sentence, ActForm form, int number)
    {
        var roles = form.IsVerb ? OfVerb(token, sentence, form) : OfNoun(token, sentence, form);
        if (roles is not { } found || found.Actor is null && found.Recipient is null) return null;
        var anchor = _words.Document.Without(token, AnchorCut(token));
        var statement = _contents.Innermost(anchor);
        return new Event(
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"e{number}"), form.Act.Type, form.Act.Mode, [], anchor,
            TextOf(found.Actor), NameOf(found.Actor), TextOf(found.Recipient), Place(token, sentence), Time(sentence),
            Status(token, form, statement), statement?.Id, Figures(token, sentence), found is { Actor: not null, Recipient: not null } ? 0.75 : 0.6);
    }

    private int AnchorCut(int token) => _words.Folded(token) is ['\u0648', _, _, _, ..] && !EventLexicon.Words.ContainsKey(_words.Folded(token)) ? 1 : 0;

    private readonly record struct Roles(Phrase? Actor, Phrase? Recipient);

    // Verb, subject, object. With one phrase only, a past tense of an act that takes an object is read as passive: "were killed 30 ...".
    private Roles? OfVerb(int token, Sentence sentence, ActForm form)
    {
        var first = Next(token + 1, sentence.End);
        var subject = PhraseAt(first, sentence.End);
        if (form.Act.Objects.Count > 0) return HasObject(token, sentence, form) ? new Roles(subject, null) : null;
        if (form.Act.Link != "o") return new Roles(subject, Linked(subject, sentence, form.Act.Link));
        if (subject is not { } one) return null;
        var second = PhraseAt(Next(one.End, sentence.End), sentence.End);
        if (second is { } two && MayAct(one) && two.First <= one.End + 1) return new Roles(one, two);
        return form.IsPresent && MayAct(one) ? new Roles(one, null) : new Roles(Agent(one.End, sentence.End), one);
    }

    private bool MayAct(Phrase phrase) => phrase.HasName || _words[phrase.First].IsName || phrase.Definite && phrase.Head.Is(WordClass.Speaker) || phrase.Head.Is(WordClass.Group | WordClass.Body);

    private Roles? OfNoun(int token, Sentence sentence, ActForm form)
    {
        if (form.Act.Objects.Count > 0 && !HasObject(token, sentence, form)) return null;
        if (_words[token].Definite) return new Roles(Agent(token + 1, sentence.End), null);
        var phrase = PhraseAt(token + 1, sentence.End);
        if (form.Act.Link == "-") return new Roles(phrase, null);
        return new Roles(Agent(phrase?.End ?? token + 1, sentence.End), phrase);
    }

    private bool HasObject(int token, Sentence sentence, ActForm form)
    {
        for (var i = token + 1; i < sentence.End && i < token + 9; i++)
        {
            if (_words[i].Kind == TokenKind.Punctuation) return false;
            foreach (var wanted in form.Act.Objects)
                if (_words.Bare(i).SequenceEqual(wanted)) return (_object = i) > 0;
        }

        return false;
    }

    private int Next(int token, int limit)
    {
        while (token < limit && _words[token].Kind == TokenKind.Word && _words[token].Is(WordClass.Time | WordClass.TimeAdj | WordClass.Adverb | WordClass.Auxiliary) && !_words[token].IsName) token++;
        return token;
    }

    private Phrase? PhraseAt(int token, int limit)
    {
        if (token >= limit || _words[token].Kind == TokenKind.Punctuation || _words[token].Preposition != '\0' || _words[token].Is(WordClass.Prep) || _words[token].IsVerb) return null;
        var phrase = reading.Phrases.Read(token, limit, strict: true);
        return phrase.IsEmpty || phrase.End == phrase.First + 1 && _words[phrase.First].Kind == TokenKind.Number ? null : phrase;
    }

    private Phrase? Linked(Phrase? after, Sentence sentence, string link)
    {
        for (var i = after?.End ?? sentence.First; link != "-" && i < sentence.End && i < (after?.End ?? sentence.First) + 6; i++)
        {
            if (_words[i].Kind != TokenKind.Word) break;
            if (_words.Bare(i).SequenceEqual(link)) return PhraseAt(i + 1, sentence.End);
            if (_words[i].Preposition != '\0' && link.Length == 1 && _words[i].Preposition == link[0]) return reading.Phrases.Read(i, sentence.End, strict: true);
        }

        return null;
    }

    // "at the hands of", "by the bullets of", "on the part of".
    private Phrase? Agent(int from, int limit)
    {
        for (var i = from; i + 1 < limit && i < from + 12; i++)
        {
            if (_words[i].Kind == TokenKind.Punctuation) return null;
            if (_words.Folded(i).SequenceEqual("\u064A\u062F") || _words.Folded(i).SequenceEqual("\u0642\u0628\u0644") || _words.Folded(i).SequenceEqual("\u0628\u0631\u0635\u0627\u0635")) return PhraseAt(i + 1, limit);
        }

        return null;
    }

    private string? TextOf(Phrase? phrase)
    {
        if (phrase is not { IsEmpty: false } found) return null;
        return (found.HasName ? _words.Cover(found.NameFirst, found.NameEnd) : _words.Cover(found.First, found.End)).In(_words.Text);
    }

    private string? NameOf(Phrase? phrase)
    {
        if (phrase is not { IsEmpty: false } found) return null;
        var first = found.HasName ? found.NameFirst : found.First;
        return _words[first].IsName ? names[_words[first].Name].Id : null;
    }

    // The first place named behind the act in its sentence.
    private string? Place(int token, Sentence sentence)
    {
        for (var i = token + 1; i < sentence.End && i < token + FarthestPlace; i++)
            if (_words[i] is { IsName: true, NameType: NameType.Location }) return _words.Cover(i, _words[i].NameEnd).In(_words.Text);
        return null;
    }

    private string? Time(Sentence sentence)
    {
        var span = _words.Document.Cover(sentence.First, sentence.End);
        foreach (var time in times)
            if (span.Contains(time.Span)) return time.Value;
        return null;
    }

    private EventStatus Status(int token, ActForm form, Statement? statement)
    {
        if (token > 0 && _words[token - 1].Kind == TokenKind.Word && _words[token - 1].Is(WordClass.Negation)) return EventStatus.Denied;
        if (statement?.Type == StatementType.Deny) return EventStatus.Denied;
        if (!form.IsVerb && statement?.Type is StatementType.Call or StatementType.Demand) return EventStatus.CalledFor;
        if (form.IsVerb && form.IsPresent && token > 0 && _words.Folded(token - 1).SequenceEqual("\u0633\u0648\u0641") || _words.Folded(token)[0] == '\u0633' && form.IsPresent) return EventStatus.Planned;
        if (!form.IsVerb && statement?.Type is StatementType.Threaten or StatementType.Promise) return EventStatus.Planned;
        return statement?.Type is StatementType.Accuse or StatementType.Assert ? EventStatus.Claimed : EventStatus.Happened;
    }

    private List<string> Figures(int token, Sentence sentence)
    {
        var near = _words.Document.Cover(token, Math.Min(sentence.End, token + 8));
        return [.. figures.Where(figure => near.Overlaps(figure.Span)).Select(figure => figure.Id)];
    }
}
