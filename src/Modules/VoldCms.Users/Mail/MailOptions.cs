using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using MimeKit;
using VoldCms.Users.SignIn;

namespace VoldCms.Users.Mail;

/// <summary>How the connection to the mail server is kept secret.</summary>
internal enum MailSecurity
{
    /// <summary>It begins in clear and must turn to TLS before anything is said.</summary>
    StartTls,

    /// <summary>TLS from the first byte.</summary>
    Tls,

    /// <summary>In clear; to a server on this machine alone.</summary>
    None,
}

/// <summary>The server that mail is given to: section <c>VoldCms:Mail</c>. Without a host no mail is sent.</summary>
internal sealed class MailOptions
{
    /// <summary>The configuration section <c>VoldCms:Mail</c>.</summary>
    public const string Section = "VoldCms:Mail";

    /// <summary>The server's name or address.</summary>
    public string? Host { get; set; }

    /// <summary>The server's port.</summary>
    /// <value>587 unless configured.</value>
    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    /// <summary>How the connection is kept secret.</summary>
    /// <value><see cref="MailSecurity.StartTls"/> unless configured.</value>
    public MailSecurity Security { get; set; } = MailSecurity.StartTls;

    /// <summary>Who the program is to the server; none where the server does not ask.</summary>
    public string? UserName { get; set; }

    /// <summary>The password of <see cref="UserName"/>.</summary>
    public string? Password { get; set; }

    /// <summary>The address that mail comes from.</summary>
    public string? From { get; set; }
}

/// <summary>Half a setting, or one that would send secrets in clear, stops the start.</summary>
internal sealed class MailOptionsCheck : IValidateOptions<MailOptions>
{
    public ValidateOptionsResult Validate(string? name, MailOptions options) =>
        FindProblem(options) is { } problem
            ? ValidateOptionsResult.Fail($"{MailOptions.Section}:{problem}")
            : ValidateOptionsResult.Success;

    private static string? FindProblem(MailOptions options) =>
        options.Host is not { Length: > 0 }
            ? options.From is null && options.UserName is null && options.Password is null
                ? null
                : "Host is missing; expected the name of a mail server."
            : !MailboxAddress.TryParse(options.From, out var from) || from.Address != options.From
                ? $"From is '{options.From}'; expected an e-mail address such as ikke-svar@example.no."
                : string.IsNullOrEmpty(options.UserName) != string.IsNullOrEmpty(options.Password)
                    ? "UserName and Password belong together; expected both or none."
                    : options.Security == MailSecurity.None && !DoorOrigin.IsThisMachine(options.Host)
                        ? $"Security is None; expected StartTls or Tls: '{options.Host}' is another machine."
                        : null;
}
