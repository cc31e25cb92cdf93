namespace Marsad.Language.Figures;

/// <summary>
/// Adds the parts of one number, in the order of Arabic grammar: hundreds, units, tens, scale, and again with a smaller scale, joined by
/// "and" ("two million and three hundred thousand and five and twenty"). A part that grammar does not allow there ends the number.
/// </summary>
internal struct NumberBuilder
{
    private enum Level : byte { Start, Unit, TeenOne, Teen, Ten, Tens, Hundreds, Digits, Scale, Fraction, Closed }

    // No news counts more, and a decimal holds its product with any scale.
    private const decimal Most = 1_000_000_000_000_000_000m;

    private decimal _total;
    private decimal _block;
    private decimal _group;
    private decimal _lastScale;
    private Level _level;

    public readonly decimal Value => Plain(_total + _block);

    /// <summary>No number ends on the "one" of eleven.</summary>
    public readonly bool IsComplete => _level is not (Level.Start or Level.TeenOne);

    /// <summary>A scale word stood in it.</summary>
    public readonly bool IsScaled => _lastScale > 0;

    /// <summary>The scale of the last group; 1 where none stands.</summary>
    public readonly decimal Scale => _lastScale > 0 ? _lastScale : 1;

    // Dividing by one with all its places drops trailing zeros: 1500000.0 is written 1500000.
    private static decimal Plain(decimal value) => value / 1.0000000000000000000000000000m;

    private readonly bool Opens => _level is Level.Start or Level.Scale;

    /// <summary>Takes one more part; false, and nothing changed, where it cannot belong to this number.</summary>
    public bool TryTake(NumberPiece piece)
    {
        var joined = piece.Joined || _level == Level.Start;
        // "three hundred and zero" are two numbers.
        if (piece.Value == 0 && piece.Kind is NumberKind.Unit or NumberKind.Digits && _level != Level.Start) return false;
        return piece.Kind switch
        {
            NumberKind.Digits => joined && (Opens || (_level == Level.Hundreds && piece.Value < 100)) && Smaller(piece.Value) && Add(piece.Value, Level.Digits),
            NumberKind.Dozen => TakeDozen(piece, joined),
            NumberKind.Unit => joined && (Opens || _level == Level.Hundreds) && Smaller(piece.Value) && Add(piece.Value, Level.Unit),
            NumberKind.TeenOne => joined && (Opens || _level == Level.Hundreds) && Add(piece.Value, Level.TeenOne),
            NumberKind.Ten => TakeTen(piece, joined),
            NumberKind.Tens => joined && (Opens || _level is Level.Unit or Level.TeenOne or Level.Hundreds) && Smaller(piece.Value) && Add(piece.Value, Level.Tens),
            NumberKind.Hundred => TakeHundred(piece, joined),
            NumberKind.Hundreds => joined && Opens && Smaller(piece.Value) && Begin(piece.Value, Level.Hundreds),
            NumberKind.Scale or NumberKind.ScaleAccusative => TakeScale(piece, joined),
            NumberKind.ScalePlural => !piece.Joined && (_block > 0 || _level == Level.Scale) && TakeScale(piece, joined),
            NumberKind.ScaleDual => joined && Opens && Smaller(piece.Value) && Close(piece.Value, piece.Value / 2),
            NumberKind.Fraction or NumberKind.FractionWeak => TakeFraction(piece, joined),
            NumberKind.FractionPlural => _level == Level.Unit && !piece.Joined && Multiply(piece.Value),
            _ => false,
        };
    }

    private readonly bool Smaller(decimal value) => _lastScale == 0 || value < _lastScale;

    private bool Begin(decimal value, Level level)
    {
        _block = value;
        _level = level;
        return true;
    }

    private bool Add(decimal value, Level level)
    {
        _block += value;
        _level = level;
        return true;
    }

    // "three ten" is thirteen; "ten" alone, or after hundreds, is ten.
    private bool TakeTen(NumberPiece piece, bool joined)
    {
        if (_level is Level.Unit or Level.TeenOne && !piece.Joined) return Add(10, Level.Teen);
        return joined && (Opens || _level == Level.Hundreds) && Smaller(10) && Add(10, Level.Ten);
    }

    private bool TakeHundred(NumberPiece piece, bool joined)
    {
        if (!piece.Joined && _block is >= 3 and < 100 && _level is Level.Unit or Level.Digits or Level.Tens || (!piece.Joined && _level == Level.Digits && _block is >= 3 and < 1000))
            return Begin(_block * 100, Level.Hundreds);
        return joined && Opens && Smaller(100) && Begin(100, Level.Hundreds);
    }

    private bool TakeScale(NumberPiece piece, bool joined)
    {
        if (_level == Level.Scale && !piece.Joined) return Raise(piece.Value);
        if (!Smaller(piece.Value)) return false;
        if (_block > 0) return !piece.Joined && _block <= Most / piece.Value && Close(_block * piece.Value, piece.Value);
        if (!joined) return false;
        // Alone and in the accusative it is the dual in construct, "two thousand of".
        return Close(piece.Kind == NumberKind.ScaleAccusative && _level == Level.Start ? piece.Value * 2 : piece.Value, piece.Value);
    }

    // "a hundred thousand million": the scale after a scale multiplies the group again.
    private bool Raise(decimal scale)
    {
        if (_group == 0 || _group > 1_000_000_000_000m || scale <= _lastScale || _total != _group) return false;
        _total = _group *= scale;
        _lastScale = scale;
        return true;
    }

    // "three dozens", "half a dozen", "and two dozens"
    private bool TakeDozen(NumberPiece piece, bool joined)
    {
        if (!piece.Joined && _block > 0) return _block <= Most / piece.Value && Begin(_block * piece.Value, Level.Closed);
        return joined && Add(piece.Value, Level.Closed);
    }

    private bool TakeFraction(NumberPiece piece, bool joined)
    {
        if (!joined || _level is Level.Fraction or Level.TeenOne) return false;
        if (_level == Level.Scale) return AddPart(piece.Value * _lastScale);
        return Add(piece.Value, Level.Fraction);
    }

    private bool AddPart(decimal value)
    {
        _total += value;
        _level = Level.Closed;
        return true;
    }

    private bool Multiply(decimal fraction)
    {
        _block = Math.Floor(_block / 100) * 100 + (_block % 100 * fraction);
        _level = Level.Fraction;
        return true;
    }

    private bool Close(decimal group, decimal scale)
    {
        if (group > Most) return false;
        _total += group;
        _group = group;
        _block = 0;
        _lastScale = scale;
        _level = Level.Scale;
        return true;
    }
}
