namespace Marsad;

/// <summary>Something odd in the world, as a value: a stable code (such as "FE012") and a detail for the log. Words for people are made at the edge.</summary>
/// <param name="Code">Two letters for the room (FE feeds, FT fetch, AR archive, RD reading, LG language, RL relating, WT watching, ST store) and three digits; never reused.</param>
/// <param name="Detail">What was met: a URL, a status, a byte position. English, for people who operate the station.</param>
public sealed record Trouble(string Code, string Detail);
