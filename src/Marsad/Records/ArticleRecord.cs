using Marsad.Language;
using Marsad.Reading;

namespace Marsad.Records;

/// <summary>An article and all that was understood of it: the unit of the data contract.</summary>
/// <param name="Id">The id given with the article; else the file name up to its first dot; else the capture's digest.</param>
/// <param name="Path">The input file; null for what came over HTTP.</param>
public sealed record ArticleRecord(string Id, Article Article, Record Record, string? Path = null);
