using System.Buffers.Binary;
using System.Text;
using Marsad.Archive;

namespace Marsad.Flow;

/// <summary>When a source is polled next: more often while it publishes, less while it is silent or fails, and never in step with the others.</summary>
internal sealed class PollSchedule(CollectorOptions options)
{
    // A source that brings something new is asked sooner the next time, by a third; one that does not later, by half: three silent polls outweigh two busy ones,
    // so that the interval settles near the time in which a source publishes about once.
    private const double Sooner = 0.67;
    private const double Later = 1.5;

    // One tenth to either side keeps sources that were added together apart after a few polls.
    private const double Jitter = 0.1;

    public (TimeSpan Interval, DateTimeOffset NextAt) AfterSuccess(DateTimeOffset now, TimeSpan? before, int newEntries, string seed)
    {
        var first = Math.Min(3 * options.ShortestInterval.Ticks, options.LongestInterval.Ticks);
        var interval = before is { } known ? (long)(known.Ticks * (newEntries > 0 ? Sooner : Later)) : first;
        var bounded = TimeSpan.FromTicks(Math.Clamp(interval, options.ShortestInterval.Ticks, options.LongestInterval.Ticks));
        return (bounded, now + Jittered(bounded, now, seed));
    }

    /// <param name="failures">In a row, this one included.</param>
    public (TimeSpan Interval, DateTimeOffset NextAt) AfterFailure(DateTimeOffset now, TimeSpan? before, int failures, TimeSpan? asked, string seed)
    {
        var interval = before ?? options.ShortestInterval;
        var backoff = Math.Min(options.ShortestInterval.Ticks * Math.Pow(2, Math.Min(failures, 16) - 1), options.LongestBackoff.Ticks);
        var wait = Jittered(TimeSpan.FromTicks((long)backoff), now, seed);
        return (interval, now + (asked is { } least && least > wait ? least : wait));
    }

    // Seeded by what is polled and when: it repeats in a test and differs between sources.
    private static TimeSpan Jittered(TimeSpan time, DateTimeOffset now, string seed)
    {
        Span<byte> fraction = stackalloc byte[4];
        Convert.FromHexString(Digest.Of(Encoding.UTF8.GetBytes(seed + now.UtcTicks)).Hex.AsSpan(0, 8), fraction, out _, out _);
        var part = BinaryPrimitives.ReadUInt32BigEndian(fraction) / (double)uint.MaxValue;
        return time * (1 - Jitter + (2 * Jitter * part));
    }
}
