using Marsad.Corpora;

namespace Marsad.Eval.Suites;

/// <summary>Something that is measured on a corpus. To add one: a class here and a line in <see cref="All"/>.</summary>
internal abstract class Suite
{
    public static readonly IReadOnlyList<Suite> All =
    [
        new GoldSuite("seed", "seed/gold.jsonl"),
        new GoldSuite("dev", "gold/dev.jsonl"),
        new AnnotatedSuite("annotated", "annotated-dev.jsonl"),
        new AnnotatedSuite("annotated-second", "annotated-second.jsonl"),
        new AnnotatedSuite("annotated-third", "annotated-third.jsonl"),
        new AnnotatedSuite("annotated-test", "annotated-test.jsonl"),
        new NumbersSuite(),
        new TaggedSuite("anercorp", TaggedCorpora.AnerTestFile, TaggedCorpora.Aner),
        new TaggedSuite("wojood", TaggedCorpora.WojoodTestFile, TaggedCorpora.Wojood),
        new PagesSuite("pages-benchmark", "extraction/article-extraction-benchmark"),
        new PagesSuite("pages-publishers", "extraction/publishers"),
        new PagesSuite("pages-arabic", "html"),
        new CopiesSuite("dev"),
        new CopiesSuite("test"),
        new KinSuite("dev"),
        new KinSuite("test"),
        new StoriesSuite("dev"),
        new StoriesSuite("test"),
        new EntitiesSuite("dev"),
        new EntitiesSuite("test"),
        new SearchSuite("dev"),
        new SearchSuite("test"),
    ];

    /// <summary>What it is called on the command line and in floors.json.</summary>
    public abstract string Name { get; }

    /// <summary>The corpora it measures on, below ../shared/data; floors are bound to their digests.</summary>
    public abstract IReadOnlyList<string> Corpora { get; }

    /// <summary>Every measure by its name; higher is better.</summary>
    public abstract IReadOnlyDictionary<string, double> Measure(Shared shared);

    /// <summary>It takes about a minute: tests run it in CI, and where MARSAD_LONG is set.</summary>
    public virtual bool IsLong => false;

    /// <summary>The corpora are there.</summary>
    public virtual bool CanRun(Shared shared) => Corpora.All(shared.Has);

    /// <summary>The digests that floors are bound to, by corpus.</summary>
    public virtual IReadOnlyDictionary<string, string> Digests(Shared shared) => Corpora.ToDictionary(corpus => corpus, shared.Digest);
}
