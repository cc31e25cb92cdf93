using System.Diagnostics;
using Marsad.Language.Names;
using Marsad.Language.Tokens;

namespace Marsad.Language.Tests.Names;

public class LinearTimeTests
{
    [Theory]
    [InlineData("وزارة الخارجية الأمريكية و")]
    [InlineData("\" ( « ")]
    [InlineData("محمد بن ")]
    [InlineData("قال جون كيري في لندن. ")]
    public void Eight_times_the_text_takes_no_more_than_forty_times_as_long(string piece)
    {
        Time(piece, 500);
        var one = Time(piece, 500);
        Assert.InRange(Time(piece, 4000), 0, Math.Max(one * 40, 200));
    }

    private static double Time(string piece, int times)
    {
        var document = new Document(string.Concat(Enumerable.Repeat(piece, times)));
        var watch = Stopwatch.StartNew();
        NameFinder.Find(document);
        return watch.Elapsed.TotalMilliseconds;
    }
}
