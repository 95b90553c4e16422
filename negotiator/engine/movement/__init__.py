"""Who moved where, round by round: moves, a ledger that reconciles, and alarms."""

from negotiator.engine.movement.alarms import Alarm, AlarmKind
from negotiator.engine.movement.held import Cited
from negotiator.engine.movement.ledger import Ledger, Line
from negotiator.engine.movement.move import Move, Reworded
from negotiator.engine.movement.moving import Movement, movement
from negotiator.engine.movement.rounds import Round
from negotiator.engine.movement.rules import RULES
from negotiator.engine.movement.signs import SIGNS

__all__ = [
    "RULES",
    "SIGNS",
    "Alarm",
    "AlarmKind",
    "Cited",
    "Ledger",
    "Line",
    "Move",
    "Movement",
    "Reworded",
    "Round",
    "movement",
]
