namespace Marsad.Fetch;

/// <summary>A name led to no address that may be reached.</summary>
internal sealed class AddressRefusedException(string host) : IOException($"{host} has no public address");
