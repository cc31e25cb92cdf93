using System.Diagnostics;
using System.Globalization;
using Marsad.Desk;
using Marsad.Flow;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Marsad.Bench.Growth;

/// <summary>How long the desk takes to answer, on loopback, one request at a time: situations' pages and searches, each many times in mixed order.</summary>
internal static class DeskTimes
{
    private const int Rounds = 10;

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
        Say($"the desk at {articles} articles, milliseconds by the clock");
        foreach (var situation in Questions.Situations) await TimeAsync(client, "situation " + situation.Slug, [$"ar/situations/{situation.Slug}"]);
        await TimeAsync(client, "the desk's first page", ["ar"]);
        await TimeAsync(client, "searches, the API", [.. Questions.Searches.Select(search => $"api/search?limit=10&q={Uri.EscapeDataString(search)}")]);
        await TimeAsync(client, "searches, the page", [.. Questions.Searches.Select(search => $"ar/search?q={Uri.EscapeDataString(search)}")]);
    }

    private static async Task TimeAsync(HttpClient client, string what, string[] addresses)
    {
        var first = await RoundAsync(client, addresses);
        var (random, times, processor) = (new Random(1), new List<Answer>(), Environment.CpuUsage.TotalTime);
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(addresses);
            times.AddRange(await RoundAsync(client, addresses));
        }

        var busy = (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / times.Count;
        Say($"{what,-32} first time p95 {Percentile(first, 0.95),7:0.0}; then p50 {Percentile(times, 0.5),7:0.0}, p95 {Percentile(times, 0.95),7:0.0}, longest {times.Max(a => a.Milliseconds),7:0.0}; {busy:0.0} of processor time each");
        foreach (var slow in times.OrderByDescending(a => a.Milliseconds).DistinctBy(a => a.Address).Take(addresses.Length > 1 ? 5 : 0)) Say($"    {slow.Milliseconds,7:0.0} {Uri.UnescapeDataString(slow.Address)}");
    }

    private static async Task<List<Answer>> RoundAsync(HttpClient client, string[] addresses)
    {
        var times = new List<Answer>();
        foreach (var address in addresses)
        {
            var clock = Stopwatch.StartNew();
            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
            answer.EnsureSuccessStatusCode();
            times.Add(new Answer(address, clock.Elapsed.TotalMilliseconds));
        }

        return times;
    }

    private static double Percentile(List<Answer> times, double share) => times.Select(a => a.Milliseconds).Order().ElementAt((int)Math.Ceiling(share * times.Count) - 1);

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private sealed record Answer(string Address, double Milliseconds);
}
