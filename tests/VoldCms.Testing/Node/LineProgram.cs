using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Xunit;

namespace VoldCms.Testing.Node;

/// <summary>
/// A script that answers each line with a line, in their order, until its input ends. Disposing ends its input and waits for it to
/// end well. Not thread-safe.
/// </summary>
public sealed class LineProgram : IAsyncDisposable
{
    private readonly Process _process;

    internal LineProgram(string script, string folder, (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("node", [script])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        _process = Programs.Start(start, environment);
    }

    /// <summary>Asks all of <paramref name="questions"/>, a line of JSON each, and gives the answers in the same order.</summary>
    /// <param name="options">How both are written.</param>
    public async Task<TAnswer[]> AskAllAsync<TQuestion, TAnswer>(
        IReadOnlyList<TQuestion> questions,
        JsonSerializerOptions options,
        CancellationToken cancellationToken
    )
    {
        // Written while the answers are read: a program whose answers nobody reads stops reading questions.
        var writing = WriteAllAsync(questions, options, cancellationToken);
        var answers = new TAnswer[questions.Count];
        for (var i = 0; i < answers.Length; i++)
        {
            var line =
                await _process.StandardOutput.ReadLineAsync(cancellationToken)
                ?? throw new InvalidOperationException("The program fell silent.");
            answers[i] =
                JsonSerializer.Deserialize<TAnswer>(line, options) ?? throw new InvalidOperationException("The program answered null.");
        }

        await writing;
        return answers;
    }

    public async ValueTask DisposeAsync()
    {
        using (_process)
        {
            _process.StandardInput.Close();
            await _process.WaitForExitAsync();
            Assert.Equal(0, _process.ExitCode);
        }
    }

    private async Task WriteAllAsync<TQuestion>(
        IReadOnlyList<TQuestion> questions,
        JsonSerializerOptions options,
        CancellationToken cancellationToken
    )
    {
        foreach (var question in questions)
        {
            await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(question, options).AsMemory(), cancellationToken);
        }

        await _process.StandardInput.FlushAsync(cancellationToken);
    }
}
