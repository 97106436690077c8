namespace VoldCms.Services.Channels;

/// <summary>A number as it is printed, made into what a telephone takes.</summary>
internal static class PhoneNumber
{
    /// <summary>
    /// The digits, with a leading plus when there is one; null for text that is more than one number. A Norwegian number gets no
    /// country code: short numbers have none, and whoever rings is in the country.
    /// </summary>
    public static string? Normalise(string printed)
    {
        var number = string.Concat(printed.Where((sign, index) => char.IsAsciiDigit(sign) || (sign == '+' && index == 0)));
        return
            number.Length is >= 3 and <= 16
            && printed.All(sign => char.IsAsciiDigit(sign) || char.IsWhiteSpace(sign) || sign is '+' or '-' or '(' or ')' or '.')
            ? number
            : null;
    }
}
