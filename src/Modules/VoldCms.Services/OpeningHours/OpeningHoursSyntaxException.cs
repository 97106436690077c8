namespace VoldCms.Services.OpeningHours;

/// <summary>Carries an error out of the parser to its entry point, and no further.</summary>
internal sealed class OpeningHoursSyntaxException(OpeningHoursError error) : Exception(error.Message)
{
    public OpeningHoursError Error { get; } = error;
}
