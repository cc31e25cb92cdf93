using System.Collections.Frozen;

namespace Marsad.Reading.Html;

/// <summary>The element names that building the tree or reading an article turns on; every other name is <see cref="Other"/>.</summary>
internal enum HtmlTag : byte
{
    Text, Other,
    Html, Head, Body, Title, Meta, Link, Base, Script, Style, NoScript, Template, IFrame, NoEmbed, NoFrames, Xmp, TextArea, PlainText,
    A, B, Big, Code, Em, Font, I, NoBr, S, Small, Strike, Strong, Tt, U, Span, Q, Cite, Abbr, Sub, Sup, Mark, Time, Label, Bdi, Bdo, Ins, Del, Kbd, Var,
    Address, Article, Aside, BlockQuote, Center, Details, Dialog, Dir, Div, Dl, Dd, Dt, FieldSet, FigCaption, Figure, Footer, Form, Header, HGroup,
    Hr, Legend, Li, Listing, Main, Menu, Nav, Ol, P, Pre, Section, Search, Summary, Ul, H1, H2, H3, H4, H5, H6,
    Table, Caption, ColGroup, Col, THead, TBody, TFoot, Tr, Td, Th,
    Br, Img, Input, Area, Embed, Source, Track, Wbr, Param, Picture, Video, Audio, Canvas, Svg, Math, Object, Applet, Marquee, Button, Select, Option, OptGroup,
    Frame, FrameSet, AmpImg, AmpAd, AmpSocialShare, AmpSidebar, AmpConsent,
}

/// <summary>What the tree construction of the HTML standard (13.2.4.2, 13.2.6) says of each name, as look-ups.</summary>
internal static class HtmlTags
{
    private static readonly FrozenDictionary<string, HtmlTag> ByName = Names().ToFrozenDictionary();
    private static readonly FrozenDictionary<string, HtmlTag>.AlternateLookup<ReadOnlySpan<char>> BySpan = ByName.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly string[] NameOf = ByName.OrderBy(pair => pair.Value).Aggregate(new string[256], (names, pair) => { names[(int)pair.Value] = pair.Key; return names; });

    private static readonly bool[] Voids = Set(HtmlTag.Area, HtmlTag.Base, HtmlTag.Br, HtmlTag.Col, HtmlTag.Embed, HtmlTag.Hr, HtmlTag.Img, HtmlTag.Input,
        HtmlTag.Link, HtmlTag.Meta, HtmlTag.Param, HtmlTag.Source, HtmlTag.Track, HtmlTag.Wbr, HtmlTag.Frame);

    private static readonly bool[] RawTexts = Set(HtmlTag.Script, HtmlTag.Style, HtmlTag.NoScript, HtmlTag.IFrame, HtmlTag.NoEmbed, HtmlTag.NoFrames, HtmlTag.Xmp,
        HtmlTag.Title, HtmlTag.TextArea);

    private static readonly bool[] Formattings = Set(HtmlTag.A, HtmlTag.B, HtmlTag.Big, HtmlTag.Code, HtmlTag.Em, HtmlTag.Font, HtmlTag.I, HtmlTag.NoBr, HtmlTag.S,
        HtmlTag.Small, HtmlTag.Strike, HtmlTag.Strong, HtmlTag.Tt, HtmlTag.U);

    private static readonly bool[] ParagraphClosers = Set(HtmlTag.Address, HtmlTag.Article, HtmlTag.Aside, HtmlTag.BlockQuote, HtmlTag.Center, HtmlTag.Details,
        HtmlTag.Dialog, HtmlTag.Dir, HtmlTag.Div, HtmlTag.Dl, HtmlTag.Dd, HtmlTag.Dt, HtmlTag.FieldSet, HtmlTag.FigCaption, HtmlTag.Figure, HtmlTag.Footer, HtmlTag.Form,
        HtmlTag.Header, HtmlTag.HGroup, HtmlTag.Hr, HtmlTag.Li, HtmlTag.Listing, HtmlTag.Main, HtmlTag.Menu, HtmlTag.Nav, HtmlTag.Ol, HtmlTag.P, HtmlTag.Pre,
        HtmlTag.Section, HtmlTag.Search, HtmlTag.Summary, HtmlTag.Ul, HtmlTag.H1, HtmlTag.H2, HtmlTag.H3, HtmlTag.H4, HtmlTag.H5, HtmlTag.H6, HtmlTag.Table,
        HtmlTag.PlainText, HtmlTag.Xmp);

    private static readonly bool[] Specials = Union(ParagraphClosers, Set(HtmlTag.Html, HtmlTag.Head, HtmlTag.Body, HtmlTag.Caption, HtmlTag.ColGroup, HtmlTag.THead,
        HtmlTag.TBody, HtmlTag.TFoot, HtmlTag.Tr, HtmlTag.Td, HtmlTag.Th, HtmlTag.Template, HtmlTag.Button, HtmlTag.Select, HtmlTag.Object, HtmlTag.Applet, HtmlTag.Marquee));

    private static readonly bool[] Scopes = Set(HtmlTag.Html, HtmlTag.Table, HtmlTag.Td, HtmlTag.Th, HtmlTag.Caption, HtmlTag.Template, HtmlTag.Object, HtmlTag.Applet,
        HtmlTag.Marquee);

    private static readonly bool[] HeadOnly = Set(HtmlTag.Title, HtmlTag.Meta, HtmlTag.Link, HtmlTag.Base, HtmlTag.Script, HtmlTag.Style, HtmlTag.NoScript, HtmlTag.Template);

    /// <summary>Elements that break the line: what stands before and after them are two blocks.</summary>
    private static readonly bool[] Blocks = Union(Specials, Set(HtmlTag.Legend, HtmlTag.OptGroup, HtmlTag.Option, HtmlTag.Video, HtmlTag.Audio, HtmlTag.IFrame,
        HtmlTag.AmpAd, HtmlTag.AmpSidebar, HtmlTag.AmpConsent, HtmlTag.FrameSet, HtmlTag.TextArea));

    public static HtmlTag Of(ReadOnlySpan<char> name)
    {
        if (name.Length > 24) return HtmlTag.Other;
        Span<char> lower = stackalloc char[24];
        name.ToLowerInvariant(lower);
        return BySpan.TryGetValue(lower[..name.Length], out var tag) ? tag : HtmlTag.Other;
    }

    /// <summary>The name in lower case; "*" for names that are not told apart.</summary>
    public static string Name(this HtmlTag tag) => NameOf[(int)tag] ?? "*";

    public static bool IsVoid(this HtmlTag tag) => Voids[(int)tag];

    public static bool IsRawText(this HtmlTag tag) => RawTexts[(int)tag];

    public static bool IsFormatting(this HtmlTag tag) => Formattings[(int)tag];

    public static bool ClosesParagraph(this HtmlTag tag) => ParagraphClosers[(int)tag];

    public static bool IsSpecial(this HtmlTag tag) => Specials[(int)tag];

    public static bool EndsScope(this HtmlTag tag) => Scopes[(int)tag];

    public static bool BelongsInHead(this HtmlTag tag) => HeadOnly[(int)tag];

    public static bool IsBlock(this HtmlTag tag) => Blocks[(int)tag];

    public static bool IsHeading(this HtmlTag tag) => tag is >= HtmlTag.H1 and <= HtmlTag.H6;

    private static Dictionary<string, HtmlTag> Names()
    {
        var names = Enum.GetValues<HtmlTag>().Where(tag => tag > HtmlTag.Other).ToDictionary(tag => tag.ToString().ToLowerInvariant());
        foreach (var tag in new[] { HtmlTag.AmpImg, HtmlTag.AmpAd, HtmlTag.AmpSocialShare, HtmlTag.AmpSidebar, HtmlTag.AmpConsent }) names.Remove(tag.ToString().ToLowerInvariant());
        names["amp-img"] = HtmlTag.AmpImg;
        names["amp-ad"] = HtmlTag.AmpAd;
        names["amp-social-share"] = HtmlTag.AmpSocialShare;
        names["amp-sidebar"] = HtmlTag.AmpSidebar;
        names["amp-consent"] = HtmlTag.AmpConsent;
        return names;
    }

    private static bool[] Set(params HtmlTag[] tags)
    {
        var set = new bool[256];
        foreach (var tag in tags) set[(int)tag] = true;
        return set;
    }

    private static bool[] Union(bool[] one, bool[] other) => [.. one.Zip(other, (a, b) => a || b)];
}
