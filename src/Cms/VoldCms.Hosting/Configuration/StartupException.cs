namespace VoldCms.Hosting.Configuration;

/// <summary>
/// Something outside the program keeps it from starting: a wrong setting, a taken port. Its message is one line for whoever
/// started it; the host prints the line and ends with exit code 1, without a stack trace.
/// </summary>
public sealed class StartupException : Exception
{
    /// <summary>With one line for whoever starts the program.</summary>
    public StartupException(string message)
        : base(message) { }

    /// <summary>With one line for whoever starts the program, and its cause.</summary>
    public StartupException(string message, Exception innerException)
        : base(message, innerException) { }
}
