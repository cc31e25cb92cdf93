using System.Globalization;
using System.Text;

namespace Marsad.Bench.Growth;

/// <summary>Draws articles a second of processor time over the size of the store.</summary>
internal static class GrowthCurve
{
    private const double Width = 720, Height = 320, Left = 64, Right = 16, Top = 36, Bottom = 52;
    private const int Ticks = 5;

    public static void Draw(IReadOnlyList<GrowthRow> rows, string path)
    {
        if (rows.Count == 0) return;
        var (most, fastest) = (rows[^1].Articles, rows.Max(row => row.FilingRate) * 1.1);
        double X(double articles) => Left + (articles / most * (Width - Left - Right));
        double Y(double rate) => Height - Bottom - (rate / fastest * (Height - Top - Bottom));
        var svg = new StringBuilder();
        Add(svg, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"12\">");
        Add(svg, $"<rect width=\"{Width}\" height=\"{Height}\" fill=\"#fff\"/><text x=\"{Left}\" y=\"20\">Articles filed a second of processor time (line: each {rows[0].Articles:N0}; dashed: the mean, and 20 % around it)</text>");
        for (var tick = 0; tick <= Ticks; tick++)
        {
            var (articles, rate) = ((double)most * tick / Ticks, fastest * tick / Ticks);
            Add(svg, $"<text x=\"{X(articles):0}\" y=\"{Height - Bottom + 18}\" text-anchor=\"middle\">{articles:N0}</text><text x=\"{Left - 8}\" y=\"{Y(rate) + 4:0}\" text-anchor=\"end\">{rate:0}</text>");
            Add(svg, $"<path d=\"M{Left} {Y(rate):0.0}H{Width - Right}\" stroke=\"#ddd\"/>");
        }

        Add(svg, $"<text x=\"{(Left + Width - Right) / 2}\" y=\"{Height - 12}\" text-anchor=\"middle\">articles in the store</text>");
        var mean = rows.Sum(row => row.Filed) / rows.Sum(row => row.Cost.Filing);
        foreach (var line in (double[])[mean * 0.9, mean, mean * 1.1]) Add(svg, $"<path d=\"M{Left} {Y(line):0.0}H{Width - Right}\" stroke=\"#888\" stroke-dasharray=\"4 4\"/>");
        Add(svg, $"<polyline fill=\"none\" stroke=\"#1b5e7b\" stroke-width=\"1.5\" points=\"{string.Join(' ', rows.Select(row => Point(X(row.Articles), Y(row.FilingRate))))}\"/></svg>");
        File.WriteAllText(path, svg.ToString());
    }

    private static string Point(double x, double y) => string.Create(CultureInfo.InvariantCulture, $"{x:0.0},{y:0.0}");

    private static void Add(StringBuilder svg, FormattableString line) => svg.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
