using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;

namespace Marsad.Archive.Chain;

/// <summary>The Ed25519 key (RFC 8032) that an installation signs its checkpoints with. Made at the first start; the file is PKCS #8 in PEM, as openssl reads it.</summary>
internal sealed class InstallationKey
{
    private const int SeedLength = 32;

    // RFC 8410 §7: what stands before the 32 bytes of a private key.
    private static readonly byte[] PrivateHead = Convert.FromHexString("302e020100300506032b657004220420");

    private readonly Ed25519PrivateKeyParameters _key;

    private InstallationKey(byte[] seed)
    {
        _key = new Ed25519PrivateKeyParameters(seed, 0);
        Name = "ed25519:" + Convert.ToHexStringLower(_key.GeneratePublicKey().GetEncoded());
    }

    /// <summary>The public key: "ed25519:" and 64 hexadecimal digits.</summary>
    public string Name { get; }

    public static string PathIn(string directory) => Path.Combine(directory, "installation.key");

    /// <exception cref="ArchiveException">AR007: the file is no key, or not the one that was written.</exception>
    public static InstallationKey OpenOrMake(string directory)
    {
        var path = PathIn(directory);
        if (!File.Exists(path)) Make(directory, path);
        return TryRead(path, out var trouble) ?? throw new ArchiveException(trouble!);
    }

    public static InstallationKey? TryRead(string path, out Trouble? trouble)
    {
        trouble = null;
        try
        {
            var text = File.ReadAllText(path, Encoding.Latin1);
            var der = Convert.FromBase64String(string.Concat(text.Split('\n').Where(line => !line.StartsWith('-'))));
            // What is written again must be the file, byte for byte: PEM alone would let a flipped byte of its frame pass.
            if (der.Length == PrivateHead.Length + SeedLength && der.AsSpan().StartsWith(PrivateHead) && Pem(der) == text) return new InstallationKey(der[PrivateHead.Length..]);
        }
        catch (Exception odd) when (odd is IOException or FormatException or UnauthorizedAccessException)
        {
            // Told below.
        }

        trouble = new Trouble("AR007", $"{path} cannot be read as the installation's key");
        return null;
    }

    /// <summary>What a checkpoint vouches for: all that stands before it in the log, since each line carries the hash of the one before.</summary>
    public string Sign(long n, string at, string prev)
    {
        var signer = new Ed25519Signer();
        signer.Init(forSigning: true, _key);
        var message = Message(n, at, prev);
        signer.BlockUpdate(message, 0, message.Length);
        return Convert.ToBase64String(signer.GenerateSignature());
    }

    public static bool Verify(string? name, LogEntry checkpoint)
    {
        if (name is not { Length: 72 } || !name.StartsWith("ed25519:", StringComparison.Ordinal) || checkpoint.Signature is not { } signature) return false;
        var verifier = new Ed25519Signer();
        verifier.Init(forSigning: false, new Ed25519PublicKeyParameters(Convert.FromHexString(name.AsSpan(8)), 0));
        var message = Message(checkpoint.N, checkpoint.At, checkpoint.Prev);
        verifier.BlockUpdate(message, 0, message.Length);
        return verifier.VerifySignature(Convert.FromBase64String(signature));
    }

    private static byte[] Message(long n, string at, string prev) => Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"marsad checkpoint\n{n}\n{at}\n{prev}\n"));

    private static string Pem(byte[] der) => $"-----BEGIN PRIVATE KEY-----\n{Convert.ToBase64String(der)}\n-----END PRIVATE KEY-----\n";

    // Placed in one step, and never over one that is there: two processes that start at once must end with one key.
    private static void Make(string directory, string path)
    {
        Directory.CreateDirectory(directory);
        var made = $"{path}.{Environment.ProcessId}.{Environment.CurrentManagedThreadId}";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(made, options))
        {
            file.Write(Encoding.ASCII.GetBytes(Pem([.. PrivateHead, .. RandomNumberGenerator.GetBytes(SeedLength)])));
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(made, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(made);
        }

        DiskFolder.Flush(directory);
    }
}
