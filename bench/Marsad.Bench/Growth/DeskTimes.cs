using System.Diagnostics;
using System.Globalization;
using Marsad.Desk;
using Marsad.Flow;
using Marsad.Store.Queries;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Marsad.Bench.Growth;

/// <summary>How long the desk takes to answer, on loopback, one request at a time: situations' pages and searches, each many times in mixed order.</summary>
internal static class DeskTimes
{
    private const int Asked = 120;
    private const int WarmUp = 30;

    public static async Task RunAsync(Station station, long articles)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Services.AddDesk(station.Store, station.Archive, station.PageWalk, station.Watches);
        await using var app = builder.Build();
        app.MapDesk();
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        for (var i = 0; i < WarmUp; i++) await RoundAsync(client, ["ar", $"ar/situations/{Questions.Situations[^1].Slug}", $"ar/search?q={Uri.EscapeDataString(Questions.Searches[i % Questions.Searches.Count])}"]);
        Say($"the desk at {articles} articles: milliseconds of processor time, in brackets by the clock");
        foreach (var situation in station.Store.Read(store => store.Situations()))
            await TimeAsync(client, FormattableString.Invariant($"situation of {situation.Articles}"), [$"ar/situations/{situation.Slug}"]);
        foreach (var view in (string[])["timeline", "statements", "figures"]) await TimeAsync(client, view + " of all three", [.. Questions.Situations.Select(situation => $"ar/situations/{situation.Slug}/{view}")]);
        await TimeAsync(client, "the desk's first page", ["ar"]);
        await TimeAsync(client, "searches, the API", [.. Questions.Searches.Select(search => $"api/search?limit=10&q={Uri.EscapeDataString(search)}")]);
        await TimeAsync(client, "searches, the page", [.. Questions.Searches.Select(search => $"ar/search?q={Uri.EscapeDataString(search)}")]);
    }

    private static async Task TimeAsync(HttpClient client, string what, string[] addresses)
    {
        var (random, times) = (new Random(1), new List<Answer>());
        for (var round = 0; round < Math.Max(4, Asked / addresses.Length); round++)
        {
            random.Shuffle(addresses);
            times.AddRange(await RoundAsync(client, addresses));
        }

        Say($"{what,-24} p50 {Of(times, 0.5)}, p95 {Of(times, 0.95)}, longest {Of(times, 1)}");
        foreach (var slow in times.OrderByDescending(a => a.Processor).DistinctBy(a => a.Address).Take(addresses.Length > 1 ? 6 : 0)) Say($"    {slow.Processor,7:0.0} {Uri.UnescapeDataString(slow.Address)}");
    }

    private static async Task<List<Answer>> RoundAsync(HttpClient client, string[] addresses)
    {
        var times = new List<Answer>();
        foreach (var address in addresses)
        {
            var (clock, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
            answer.EnsureSuccessStatusCode();
            times.Add(new Answer(address, clock.Elapsed.TotalMilliseconds, (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds));
        }

        return times;
    }

    private static string Of(List<Answer> times, double share)
    {
        double At(Func<Answer, double> time) => times.Select(time).Order().ElementAt((int)Math.Ceiling(share * times.Count) - 1);
        return string.Create(CultureInfo.InvariantCulture, $"{At(a => a.Processor):0.0} ({At(a => a.Milliseconds):0.0})");
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private sealed record Answer(string Address, double Milliseconds, double Processor);
}
