using System.CommandLine;

namespace Marsad.Cli.Commands;

/// <summary>The option of every command that fetches: where the owner of a site can complain. The environment may say it once for all of them.</summary>
internal static class ContactOption
{
    public const string Variable = "MARSAD_CONTACT";

    public static Option<string?> Create()
    {
        var option = new Option<string?>("--contact")
        {
            Description = $"Where the owner of a site can complain: a mail address or a URL. It stands in the User-Agent. Default: the environment variable {Variable}.",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } said ? said : null,
        };
        // It goes into a header: what would break out of the comment there is refused.
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } contact && contact.Any(c => !char.IsAscii(c) || char.IsControl(c) || c is '(' or ')' or '\\')) result.AddError("--contact: plain ASCII without brackets, such as mailto:desk@news.example");
        });
        return option;
    }
}
