using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MimeKit;
using MimeKit.Utils;

namespace VoldCms.Users.Mail;

/// <summary>Gives plain mail to the configured server. Singleton, thread-safe.</summary>
internal sealed class Mailer(IOptions<MailOptions> options, ILogger<Mailer> log)
{
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(15);

    /// <summary>Whether there is a server.</summary>
    public bool IsSetUp => options.Value.Host is { Length: > 0 };

    /// <summary>
    /// Sends one message. It goes on when whoever asked for it has gone away, for at most 15 seconds. The log tells the kind of a failure
    /// and no more: what servers say has addresses in it.
    /// </summary>
    /// <returns>Whether the server has taken it.</returns>
    public async Task<bool> SendAsync(string address, string subject, string text)
    {
        using var stop = new CancellationTokenSource(s_longest);
        try
        {
            using var message = Write(address, subject, text);
            using var server = new SmtpClient();
            await server.ConnectAsync(options.Value.Host!, options.Value.Port, Security, stop.Token);
            if (options.Value.UserName is { Length: > 0 } name)
            {
                await server.AuthenticateAsync(name, options.Value.Password!, stop.Token);
            }

            await server.SendAsync(message, stop.Token);
            return true;
        }
        catch (Exception failure) when (IsOfMail(failure))
        {
            var kind = failure is SmtpCommandException refused ? $"{refused.ErrorCode}, {refused.StatusCode}" : failure.GetType().Name;
            log.MailNotSent(kind);
            return false;
        }
    }

    private SecureSocketOptions Security =>
        options.Value.Security switch
        {
            MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
            MailSecurity.None => SecureSocketOptions.None,
            _ => SecureSocketOptions.StartTls,
        };

    private MimeMessage Write(string address, string subject, string text)
    {
        var from = MailboxAddress.Parse(options.Value.From!);
        var message = new MimeMessage
        {
            Subject = subject,
            Body = new TextPart("plain") { Text = text },

            // Else it would name this machine.
            MessageId = MimeUtils.GenerateMessageId(from.Domain),
        };
        message.From.Add(from);
        message.To.Add(new MailboxAddress("", address));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }

    private static bool IsOfMail(Exception failure) =>
        failure
            is CommandException
                or ProtocolException
                or ServiceNotConnectedException
                or ServiceNotAuthenticatedException
                or AuthenticationException
                or SslHandshakeException
                or SocketException
                or IOException
                or OperationCanceledException
                or NotSupportedException
                or FormatException;
}

/// <summary>Events 1650 to 1659.</summary>
internal static partial class MailLog
{
    [LoggerMessage(1650, LogLevel.Warning, "A mail could not be sent ({Kind}); see the settings VoldCms:Mail and the mail server's log.")]
    public static partial void MailNotSent(this ILogger logger, string kind);
}
