using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Marsad.Store.Search;

/// <summary>
/// FTS5's bm25() as a function of the index that does not grow with it: bm25() goes through every article that has a word to learn how rare it is, this one through the first few thousand and takes the rest to be as
/// dense. Words that fewer articles have weigh the same in both.
/// </summary>
internal static unsafe class SampledBm25
{
    /// <summary>The function's name in SQL; called with the index, a weight for each of its columns and how many phrases of the query are weighed: those after them only have to be there. Without that number all are.</summary>
    public const string Name = "sampled_bm25";

    private const string Library = "e_sqlite3";
    private const int Most = 4000;
    private const int Columns = 4;
    private const double K1 = 1.2;
    private const double B = 0.75;
    private const double Least = 1e-6;
    private const int Done = 101;

    private static readonly ConditionalWeakTable<sqlite3, object> Known = [];

    /// <summary>Makes the function known to a connection, once.</summary>
    public static void AddTo(SqliteConnection connection)
    {
        var handle = connection.Handle!;
        if (Known.TryGetValue(handle, out _)) return;
        var api = ApiOf(handle.DangerousGetHandle());
        fixed (byte* name = "sampled_bm25\0"u8)
            if (api->CreateFunction(api, name, null, &Rank, null) != 0) throw new InvalidOperationException("FTS5 took no function.");
        Known.Add(handle, new object());
    }

    private static FtsApi* ApiOf(nint database)
    {
        FtsApi* api = null;
        nint statement;
        fixed (byte* sql = "SELECT fts5(?1)\0"u8)
        fixed (byte* type = "fts5_api_ptr\0"u8)
        {
            if (sqlite3_prepare_v2(database, sql, -1, &statement, null) != 0) throw new InvalidOperationException("SQLite has no FTS5.");
            _ = sqlite3_bind_pointer(statement, 1, &api, type, null);
            _ = sqlite3_step(statement);
            _ = sqlite3_finalize(statement);
        }

        return api is null ? throw new InvalidOperationException("SQLite has no FTS5.") : api;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Rank(Extension* api, nint index, nint result, int count, nint* values)
    {
        var query = (Query*)api->GetAuxdata(index, 0);
        if (query is null) query = Prepare(api, index, count > Columns ? (int)sqlite3_value_double(values[Columns]) : int.MaxValue);
        if (query is null)
        {
            sqlite3_result_error_code(result, 7);
            return;
        }

        var weights = stackalloc double[Columns];
        for (var column = 0; column < Columns; column++) weights[column] = column < count ? sqlite3_value_double(values[column]) : 1;
        sqlite3_result_double(result, -Score(api, index, query, weights));
    }

    private static double Score(Extension* api, nint index, Query* query, double* weights)
    {
        var frequencies = query->Numbers;
        var rarities = frequencies + query->Phrases;
        new Span<double>(frequencies, query->Phrases).Clear();
        int hits, words;
        _ = api->InstCount(index, &hits);
        for (var i = 0; i < hits; i++)
        {
            int phrase, column, offset;
            _ = api->Inst(index, i, &phrase, &column, &offset);
            if (phrase < query->Phrases) frequencies[phrase] += column < Columns ? weights[column] : 1;
        }

        _ = api->ColumnSize(index, -1, &words);
        var score = 0d;
        for (var i = 0; i < query->Phrases; i++)
            score += rarities[i] * (frequencies[i] * (K1 + 1) / (frequencies[i] + (K1 * (1 - B + (B * words / query->Average)))));
        return score;
    }

    private static Query* Prepare(Extension* api, nint index, int most)
    {
        var phrases = Math.Min(most, api->PhraseCount(index));
        var query = (Query*)NativeMemory.AllocZeroed((nuint)(sizeof(Query) + (2 * phrases * sizeof(double))));
        long rows, words;
        _ = api->RowCount(index, &rows);
        _ = api->ColumnTotalSize(index, -1, &words);
        query->Phrases = phrases;
        query->Average = words / (double)Math.Max(1, rows);
        query->Numbers = (double*)(query + 1);
        for (var i = 0; i < phrases; i++)
        {
            var met = default(Sample);
            _ = api->QueryPhrase(index, i, &met, &Count);
            // Of so many the first were counted: as many again in every stretch that holds as many articles.
            var having = met.Count < Most ? met.Count : Math.Min(rows, Math.Max(met.Count, met.Count * (double)rows / Math.Max(1, Math.Min(rows, met.Last))));
            query->Numbers[phrases + i] = Math.Max(Least, Math.Log((rows - having + 0.5) / (having + 0.5)));
        }

        return api->SetAuxdata(index, query, &Free) == 0 ? query : null;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Count(Extension* api, nint index, void* sample)
    {
        var met = (Sample*)sample;
        met->Count++;
        met->Last = api->Rowid(index);
        return met->Count < Most ? 0 : Done;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Free(void* query) => NativeMemory.Free(query);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int sqlite3_prepare_v2(nint database, byte* sql, int length, nint* statement, byte** tail);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int sqlite3_bind_pointer(nint statement, int place, void* pointer, byte* type, void* free);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int sqlite3_step(nint statement);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int sqlite3_finalize(nint statement);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern double sqlite3_value_double(nint value);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern void sqlite3_result_double(nint result, double value);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern void sqlite3_result_error_code(nint result, int code);

    private struct Query
    {
        public int Phrases;
        public double Average;
        public double* Numbers;
    }

    private struct Sample
    {
        public long Count;
        public long Last;
    }

    // fts5_api and Fts5ExtensionApi of fts5.h: what stands before the functions that are called keeps their places.
    [StructLayout(LayoutKind.Sequential)]
    private struct FtsApi
    {
        public int Version;
        public nint CreateTokenizer;
        public nint FindTokenizer;
        public delegate* unmanaged[Cdecl]<FtsApi*, byte*, void*, delegate* unmanaged[Cdecl]<Extension*, nint, nint, int, nint*, void>, void*, int> CreateFunction;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Extension
    {
        public int Version;
        public nint UserData;
        public nint ColumnCount;
        public delegate* unmanaged[Cdecl]<nint, long*, int> RowCount;
        public delegate* unmanaged[Cdecl]<nint, int, long*, int> ColumnTotalSize;
        public nint Tokenize;
        public delegate* unmanaged[Cdecl]<nint, int> PhraseCount;
        public nint PhraseSize;
        public delegate* unmanaged[Cdecl]<nint, int*, int> InstCount;
        public delegate* unmanaged[Cdecl]<nint, int, int*, int*, int*, int> Inst;
        public delegate* unmanaged[Cdecl]<nint, long> Rowid;
        public nint ColumnText;
        public delegate* unmanaged[Cdecl]<nint, int, int*, int> ColumnSize;
        public delegate* unmanaged[Cdecl]<nint, int, void*, delegate* unmanaged[Cdecl]<Extension*, nint, void*, int>, int> QueryPhrase;
        public delegate* unmanaged[Cdecl]<nint, void*, delegate* unmanaged[Cdecl]<void*, void>, int> SetAuxdata;
        public delegate* unmanaged[Cdecl]<nint, int, void*> GetAuxdata;
    }
}
