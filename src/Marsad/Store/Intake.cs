namespace Marsad.Store;

/// <summary>How far each input file has been taken in. Moves in the write that files its articles, so a killed process goes on where it was.</summary>
internal sealed class Intake(StationStore store)
{
    /// <summary>How many items of the file have been dealt with; 0 where it is new or has changed.</summary>
    /// <param name="stamp">Another stamp is another file.</param>
    public long Dealt(string path, string stamp) => store.Write(_ =>
        store.Prepared("SELECT next FROM intake WHERE path = $1 AND stamp = $2").Value(path, stamp) is long next ? next : 0);

    public void Move(string path, string stamp, long next) => store.Write(_ => store.Prepared(
        "INSERT INTO intake(path, stamp, next) VALUES ($1, $2, $3) ON CONFLICT(path) DO UPDATE SET stamp = excluded.stamp, next = excluded.next").Run(path, stamp, next));
}
