namespace Marsad.Desk;

/// <summary>How many items one page shows: with these the largest stays well under 100 KB.</summary>
internal static class PageSizes
{
    public const int Articles = 40;
    public const int Alerts = 30;
    public const int Parked = 30;
    public const int Found = 15;
    public const int Statements = 40;
    public const int Situation = 400;
    public const int Timeline = 16;
    public const int WholeTimeline = 150;
    public const int Parties = 24;
    public const int Figures = 500;
    public const int FiguresEach = 12;
}
